/** What `check` tells staff to do, done: the fault is gone, and nothing came in its place. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIssues, isAtLeast } from '../../../src/model/issue.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import { runCheck } from '../../support/run-check.ts';
import { contentsOf } from '../../e2e/support/contents.ts';
import { TEXT_CASES } from '../rules/text-rules.expected.ts';
import { FAULTS } from './faults-of-staff.ts';
import type { Change } from './faults-of-staff.ts';

const ARTICLE = 'content/articles/2026/20261101-a.md';
const UNITS =
  '- name: 示例自治区机关事务管理局\n  former: [{ name: 示例自治区接待办公室, until: 2024-05-01 }]\n';

async function change(folder: string, files: Change): Promise<void> {
  for (const [path, bytes] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await (bytes === undefined ? rm(target) : writeFile(target, bytes));
  }
}

const tried = FAULTS.flatMap(({ name, files, told, remedies }) =>
  remedies.map((remedy) => ({ name, files, told, ...remedy })),
);

describe('a fault of staff is gone once they do as they are told, and no other came:', () => {
  it.each(tried)('$name ($as)', async ({ files, told, as, change: done }) => {
    const { folder, read } = await aBureau();
    await change(folder, files);
    const { issues } = await read();
    expect(issues.map(({ rule }) => rule).toSorted()).toEqual(told);
    expect(formatIssues(issues)).toContain(as);
    await change(folder, done);
    const left = (await read()).issues.filter((issue) => isAtLeast(issue, 'warn'));
    expect(formatIssues(left)).toBe('');
  });
});

/** What is quoted by the message, and the words that the remedy names for it; of those that `--fix` writes, other tests ask. */
const named = TEXT_CASES.flatMap(({ rule, wrong, message, fix, mended }) => {
  const [, was = ''] = /「([^」]*)」/.exec(message) ?? [];
  const [, becomes] = /(?:改成|写成)「([^」]*)」/.exec(fix) ?? [];
  const isThere = becomes !== undefined && mended === undefined && wrong.includes(was);
  return isThere ? [{ rule, wrong, as: wrong.replace(was, becomes) }] : [];
});

describe('what a remedy names for the words that the message quotes is right:', () => {
  it('there are such', () => expect(named.length).toBeGreaterThan(6));

  it.each(named)('$rule', async ({ rule, wrong, as }) => {
    const { read, write } = await aBureau({ 'content/units.yaml': UNITS });
    await write({ [ARTICLE]: aText('2026-11-01', [], wrong) });
    expect((await read()).issues.map((issue) => issue.rule)).toEqual([rule]);
    await write({ [ARTICLE]: aText('2026-11-01', [], as) });
    expect(formatIssues((await read()).issues)).toBe('');
  });
});

describe('--fix', () => {
  it('done twice is done once, and leaves what is for people as it was', async () => {
    const { folder } = await aBureau();
    for (const { files } of FAULTS) await change(folder, files);
    const before = runCheck(folder, '--format', 'json');
    runCheck(folder, '--fix');
    const once = await contentsOf(folder);
    const { out } = runCheck(folder, '--fix');
    expect(out).not.toContain('已改');
    expect(await contentsOf(folder)).toEqual(once);
    const certain = FAULTS.filter(({ remedies }) => remedies.length === 0).flatMap(
      ({ told }) => told,
    );
    const rules = (text: string): string[] =>
      JSON.parse(text).map(({ rule }: { rule: string }) => rule);
    const after = runCheck(folder, '--format', 'json');
    expect(rules(after.out)).toEqual(rules(before.out).filter((rule) => !certain.includes(rule)));
  });
});
