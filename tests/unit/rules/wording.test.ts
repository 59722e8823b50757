import { expect, it } from 'vitest';
import { checkWording } from '../../../src/rules/wording.ts';

const FILE = 'content/articles/2026/20260305-a.md';
const rules = [
  { wrong: '机关事物', right: '机关事务' },
  { wrong: '帐户', right: '账户' },
];

it.each([
  ['nothing', '机关事务\n账户', []],
  ['no text', '', []],
  ['one', '甲\n机关事物管理', [[8, '「机关事物」是错误的写法。', '改成「机关事务」。']]],
  [
    'one that stands twice in a line once',
    '帐户、帐户',
    [[7, '「帐户」是错误的写法。', '改成「账户」。']],
  ],
  [
    'each line of each',
    '机关事物的帐户\n\n帐户',
    [
      [7, '「机关事物」是错误的写法。', '改成「机关事务」。'],
      [7, '「帐户」是错误的写法。', '改成「账户」。'],
      [9, '「帐户」是错误的写法。', '改成「账户」。'],
    ],
  ],
  ['a word across two lines not', '机关\n事物', []],
] as const)('of the wrong words is reported %s', (_, text, expected) => {
  const issues = checkWording(text, FILE, 7, rules);
  expect(issues.map(({ line, message, fix }) => [line, message, fix])).toEqual(expected);
  expect(issues.every(({ file }) => file === FILE)).toBe(true);
});

it('without a list every word is right', () => {
  expect(checkWording('机关事物', FILE, 7, [])).toEqual([]);
});

const within = [
  { wrong: '防汛', right: '防汛抗旱' },
  { wrong: '一带一路', right: '“一带一路”' },
  { wrong: '啊啊', right: '啊啊啊' },
];

it.each([
  ['防汛抗旱指挥部', []],
  ['防汛指挥部', [['「防汛」是错误的写法。', '改成「防汛抗旱」。']]],
  ['防汛抗旱，防汛', [['「防汛」是错误的写法。', '改成「防汛抗旱」。']]],
  ['共建“一带一路”', []],
  ['共建一带一路', [['「一带一路」是错误的写法。', '改成「“一带一路”」。']]],
  ['啊啊', [['「啊啊」是错误的写法。', '改成「啊啊啊」。']]],
  ['啊啊啊啊', []],
] as const)(
  'a wrong word within its right one is none, and the remedy ends: %s',
  (text, expected) => {
    const found = (line: string) => checkWording(line, FILE, 1, within);
    expect(found(text).map(({ message, fix }) => [message, fix])).toEqual(expected);
    const remedied = within
      .filter(({ wrong }) => expected.some(([message]) => message.startsWith(`「${wrong}」`)))
      .reduce(
        (line, { wrong, right }) => line.replaceAll(right, wrong).replaceAll(wrong, right),
        text as string,
      );
    expect(found(remedied)).toEqual([]);
  },
);
