import { expect, it, test } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { cleanText, withoutControls } from '../../../src/model/clean-text.ts';
import { decodeText } from '../../../src/reading/text-file.ts';

test.for([
  ['会议\u0000要\u0008求', '会议\u0000要\u0008求'],
  ['通知\u200b公告\u00ad\u2060\ufeff', '通知公告'],
  ['\ufffe\uffff\ufdd0一', '一'],
  ['\u202a甲\u202c\u200e\u200f\u2068乙\u2069', '甲乙'],
  ['一\t二\n三\u000b四\u2028五\u0085六', '一\t二\n三\u000b四\u2028五\u0085六'],
  ['全家\u{1f468}\u200d\u{1f469}合影', '全家\u{1f468}\u200d\u{1f469}合影'],
  ['\u0626\u06c7\u200f 乌鲁木齐', '\u0626\u06c7\u200f 乌鲁木齐'],
  ['雪克来提·扎克尔\u3000\u{20000}', '雪克来提·扎克尔\u3000\u{20000}'],
] as const)('of %j is left %j', ([text, left]) => {
  expect(cleanText(text)).toBe(left);
});

it('a body is read without its control characters', () => {
  expect(withoutControls('会议\u0000要\u0008求\u001f。\u007f一\t二\n三\u000b四')).toBe(
    '会议要求。一\t二\n三\u000b四',
  );
});

it('is what reading a file gives, a second byte order mark and a leading blank character left out', () => {
  expect(decodeText(Buffer.from('\ufeff\ufeff\u200b---\r\n会\u00ad议\r'), 'a.md')).toEqual({
    text: '---\n会议\n',
  });
});

it('changes no place of an edit in the file', () => {
  const edit = { line: 2, column: 1, was: '##二\n三', becomes: '## 二\n\n三' };
  expect(applyEdits('\ufeff一\r\n\u200b甲#\u200b#\u0000二\r\n\u00ad三\u200b四', [edit]).text).toBe(
    '\ufeff一\r\n\u200b甲## 二\r\n\r\n三\u200b四',
  );
});
