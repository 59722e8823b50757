/** What somebody leant on a key for is inspected in the time of its length, not of its square. */
import { expect, test } from 'vitest';
import { cpuMsOf } from '../../support/cpu-time.ts';
import { bodyReport } from './a-body-report.ts';

const tables = (count: number, lines: string): string => `${lines}\n\n`.repeat(count);

test.for([
  ['bars', '|'.repeat(20_000), '」里的竖线会原样显示。'],
  ['more bars than are read', '|'.repeat(100_000), '100000 个「|」，读不了（最多 20000 个）。'],
  ['tabs before the words', `${'\t'.repeat(100_000)}甲\n乙`, undefined],
  ['tabs on two lines', `甲${'\t'.repeat(40_000)}乙\n丙${'\t'.repeat(40_000)}丁`, '像是从 Excel'],
  ['a fence', '`'.repeat(300_000), '没有结束的「```'],
  ['a fence of tildes with an end', `${'~'.repeat(90)}\n甲\n${'~'.repeat(100)}`, undefined],
  [
    'fences of all lengths',
    Array.from({ length: 900 }, (_, length) => '`'.repeat(length)).join(' '),
    '正文里有 880 串「`」，太多了，读不了（最多 100 串）。',
  ],
  ['lines', '甲\n'.repeat(200_000), '正文里有 199999 行，太多了，读不了（最多 20000 行）。'],
] as const)('%s', async ([, body, message]) => {
  let issues: string[] = [];
  const ms = await cpuMsOf(() => void ({ issues } = bodyReport(body)));
  if (message === undefined) expect(issues).toEqual([]);
  else expect(issues[0]).toContain(message);
  expect(ms).toBeLessThan(4_000);
});

test.for([
  [
    'a comment',
    `{/*${'}'.repeat(20_000)}*/}`,
    '1 正文里有 20001 个「}」，太多了，读不了（最多 500 个）。',
  ],
  ['a template', `首段\n\n<Callout title={\`${'}\n'.repeat(9_000)}`, '1 正文里有 9000 个「}」'],
  ['a long comment', `{/*${`${'甲'.repeat(1_000)}}`.repeat(500)}*/}`, '1 正文里有 501 个「}」'],
  [
    'a program',
    `首段\n\nexport const a = [\n${'1,\n\n'.repeat(9_000)}`,
    '3 以「export」开头的行会被当成程序',
  ],
  ['the longest', `${'{'.repeat(499)}\`${'甲'.repeat(300_000)}${'}'.repeat(499)}`, '花括号「'],
] as const)('programs in .mdx: %s', async ([, body, message]) => {
  let issues: string[] = [];
  const ms = await cpuMsOf(() => void ({ issues } = bodyReport(body, 'mdx')));
  expect(issues[0]).toContain(message);
  expect(ms).toBeLessThan(4_000);
});

test('of many tables the first are drawn, and what is said of the others holds for any', () => {
  const { issues, mended } = bodyReport(tables(2_000, '甲\t乙\n丙\t丁'));
  expect(issues).toHaveLength(2_000);
  expect(issues.at(-1)).toContain('表格的上面、下面各空一行。');
  expect(mended).toContain('| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |');
});
