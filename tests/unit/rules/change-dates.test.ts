import { expect, it } from 'vitest';
import { formatIssues } from '../../../src/model/issue.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

const FILE = 'content/articles/2026/20261101-a.md';

/** At 09:00 on 25 November 2026. */
async function told(date: string, fields: readonly string[]): Promise<string> {
  const { read } = await aBureau({ [FILE]: aText(date, fields) });
  return formatIssues((await read()).issues);
}

it.each([
  ['2026-11-01', ['corrections: [{ date: 2026-11-01, note: 甲 }]']],
  ['2026-11-01 10:30', ['corrections: [{ date: 2026-11-01, note: 甲 }]']],
  ['2026-11-01', ['withdrawn: { date: 2026-11-25, reason: 甲 }']],
  ['2026-11-01', ['withdrawn: { date: 2026-11-25 08:59, reason: 甲 }', 'expires: 2026-11-02']],
])('published %s, %j is in order', async (date, fields) => {
  expect(await told(date, fields)).toBe('');
});

it.each([
  [
    ['corrections:', '  - { date: 2026-11-02, note: 甲 }', '  - { date: 2026-10-31, note: 乙 }'],
    `${FILE}:8\n  更正日期 2026-10-31 早于发布日期（date）2026-11-01 10:30。\n  → 改成真正更正的那一天。`,
  ],
  [
    ['corrections: [{ date: 2026-11-01 10:29, note: 甲 }]'],
    `${FILE}:6\n  更正日期 2026-11-01 10:29 早于发布日期（date）2026-11-01 10:30。\n  → 改成真正更正的那一天。`,
  ],
  [
    ['corrections: [{ date: 2026-11-26, note: 甲 }]'],
    `${FILE}:6\n  更正日期 2026-11-26 还没有到。\n  → 写今天的日期。`,
  ],
  [
    ['withdrawn: { date: 2026-12-01, reason: 甲 }'],
    `${FILE}:6\n  撤下日期 2026-12-01 还没有到。\n  → 写今天的日期；要到那一天才下线的，删掉 withdrawn，改写 expires。`,
  ],
])('%j is not', async (fields, words) => {
  expect(await told('2026-11-01 10:30', fields)).toBe(words);
});
