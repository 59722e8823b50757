import { expect, test } from 'vitest';
import { checkRepeatedTitle } from '../../../src/rules/repeated-title.ts';
import { applyEdits } from '../../../src/reading/apply-edits.ts';

const TITLE = '关于做好供暖检查的通知';

test.for([
  `${TITLE}\n\n各单位：\n`,
  `\n# ${TITLE}\n\n各单位：\n`,
  `　　**${TITLE}**　\n各单位：\n`,
])('%j begins with the title, told once and mended', (body) => {
  const [issue, ...others] = checkRepeatedTitle(TITLE, body, 'a.md', 1);
  expect(others).toEqual([]);
  expect(issue?.level).toBe('warn');
  expect(issue?.message).toMatch(/^正文第一行「.+」和标题一样，网页上会显示两次。$/);
  expect(issue?.fix).toBe('删掉正文里的这一行：网页会自己显示标题。');
  const mended = applyEdits(body, issue?.edit ? [issue.edit] : []).text;
  expect(mended.trim()).toBe('各单位：');
  expect(checkRepeatedTitle(TITLE, mended, 'a.md', 1)).toEqual([]);
});

test('a body of nothing else is told, and left to its author', () => {
  const issues = checkRepeatedTitle(TITLE, TITLE, 'a.md', 8);
  expect(issues.map(({ line, edit }) => ({ line, edit }))).toEqual([{ line: 8, edit: undefined }]);
});

test.for([`各单位：\n${TITLE}`, `${TITLE}（试行）`, '', `《${TITLE}》已印发。`])(
  '%j is in order',
  (body) => {
    expect(checkRepeatedTitle(TITLE, body, 'a.md', 1)).toEqual([]);
    expect(checkRepeatedTitle('', body, 'a.md', 1)).toEqual([]);
  },
);
