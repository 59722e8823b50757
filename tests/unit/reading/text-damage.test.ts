import { expect, it, test } from 'vitest';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { isInConflict, textDamage } from '../../../src/reading/text-damage.ts';

const CONFLICT =
  '是两个人同时改同一处留下的冲突标记，文件里有两个版本的内容。 → 对照两个版本，留下对的内容，把「<<<<<<<」「=======」「>>>>>>>」这几行都删掉。';

test.for([
  [
    '第一段。\n\n<<<<<<< HEAD\n100元。\n=======\n200元。\n>>>>>>> xiugai\n',
    [`3 这一行「<<<<<<< HEAD」${CONFLICT}`, `7 这一行「>>>>>>> xiugai」${CONFLICT}`],
  ],
  [
    '<<<<<<< .mine\n甲\n||||||| .r1\n乙\n=======\n丙\n>>>>>>> .r2',
    [`1 这一行「<<<<<<< .mine」${CONFLICT}`, `7 这一行「>>>>>>> .r2」${CONFLICT}`],
  ],
  ['甲\n>>>>>>>', [`2 这一行「>>>>>>>」${CONFLICT}`]],
  [
    '甲\n会\ufffd\ufffd议',
    [
      '2 这里有「�」，原来的字已经丢失（多半是转换编码或复制时丢的）。 → 对照原稿，把丢掉的字补上。',
    ],
  ],
  ['正文 <<<<<<< 甲\n> 引用\n<<<<<<<<\n======= \n《》', []],
] as const)('%j', ([text, issues]) => {
  const found = textDamage(text, 'content/a.md');
  expect(found.map(({ line, message, fix }) => `${line} ${message} → ${fix}`)).toEqual(issues);
  expect(isInConflict(text)).toBe(issues.some((issue) => issue.includes('冲突')));
});

it('takes a character away that turns a line around', () => {
  const text = '甲\n会\u202e议';
  const edits = textDamage(text, 'content/a.md').flatMap(({ edit }) => edit ?? []);
  const mended = applyEdits(text, edits).text;
  expect(mended).toBe('甲\n会议');
  expect(textDamage(mended, 'content/a.md')).toEqual([]);
});
