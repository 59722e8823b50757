/** Commits that say a time that cannot be right, asked of real repositories. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  commitTimeIssues,
  disorderOf,
  readDisorder,
} from '../../../src/inspection/history/commit-times.ts';
import { judgeDates } from '../../../src/inspection/history/date-issues.ts';
import { readHistory } from '../../../src/inspection/history/git-history.ts';
import { readMigrated } from '../../../src/inspection/history/migrated.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

const FIRST = 'content/articles/2026/20261119-a.md';
const SECOND = 'content/articles/2026/20261102-b.md';

/** @param commits files and the time that each says */
async function said(commits: readonly (readonly [Record<string, string>, string])[]) {
  const bureau = await aBureau();
  const git = (env: Record<string, string>, ...words: string[]) =>
    execFileSync(
      'git',
      ['-C', bureau.folder, '-c', 'user.name=甲', '-c', 'user.email=a@example.cn', ...words],
      { env: { ...process.env, ...env } },
    );
  git({}, 'init', '--quiet');
  for (const [files, time] of commits) {
    await bureau.write(files);
    git({}, 'add', '--all');
    const env = { GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: time };
    git(env, 'commit', '--quiet', '--allow-empty', '-m', '稿件');
  }
  const content = join(bureau.folder, 'content');
  const history = await readHistory(content);
  const { judged } = await bureau.read();
  if ('why' in history || !judged) throw new Error('Nothing is known');
  const ledger = (await readMigrated(content)) ?? [];
  const issues = commitTimeIssues(judged.site, history, await readDisorder(content), ledger, TODAY);
  const { issues: forged } = judgeDates(judged.site, history, ledger, TODAY);
  return { told: issues.map(({ message }) => message), forged: forged.length };
}

const TODAY = '2026-11-30';
const NOON = 'T04:00:00Z';
const HONEST = [{ [FIRST]: aText('2026-11-19') }, `2026-11-19${NOON}`] as const;

describe('a commit', () => {
  it('that was dated back is told, though the article seems to have come in time', async () => {
    const backwards = [{ [SECOND]: aText('2026-11-02') }, `2026-11-02${NOON}`] as const;
    const { told, forged } = await said([HONEST, backwards]);
    expect(forged).toBe(0);
    expect(told).toEqual([
      expect.stringMatching(
        /^1 篇稿件的提交时间早于前面的提交（例如提交 [\da-f]{7} 写的是 2026-11-02，前面的是 2026-11-19），提交的时间不可信，什么时候入库说不准：《测试》。$/,
      ),
    ]);
  });

  it('of a day after the inspection is told, and is no date that was forged', async () => {
    const { told, forged } = await said([[HONEST[0], `2099-11-27${NOON}`]]);
    expect(forged).toBe(0);
    expect(told).toEqual([
      '1 篇稿件的提交时间晚于检查日期 2026-11-30，提交的时间不可信，什么时候入库说不准：《测试》。',
    ]);
  });

  it('of years before its article is told', async () => {
    const { told } = await said([[HONEST[0], `2020-01-01${NOON}`]]);
    expect(told).toEqual([
      '1 篇稿件的提交时间比发布日期早一年以上，提交的时间不可信，什么时候入库说不准：《测试》。',
    ]);
  });

  it('is not told where its clock was a little behind, or the ledger answers', async () => {
    expect(
      await said([HONEST, [{ [SECOND]: aText('2026-11-18') }, `2026-11-18T05:00:00Z`]]),
    ).toEqual({ told: [], forged: 0 });
    const ledger =
      '- { person: 甲, reason: 电脑时间不对, imported: 2026-11-25, articles: [20261102-b] }\n';
    const files = { [SECOND]: aText('2026-11-02'), 'content/migrated.yaml': ledger };
    expect((await said([HONEST, [files, `2026-11-02${NOON}`]])).told).toEqual([]);
  });
});

it('of a merge it is asked that it is not older than any of those on which it stands', () => {
  const [early, late] = [1_700_000_000, 1_700_200_000];
  const log = (merge: number) =>
    [`m ${merge} a b`, `a ${early} r`, `b ${late} r`, `r ${early}`].join('\n');
  expect(disorderOf(log(late)).size).toBe(0);
  expect([...disorderOf(log(early)).keys()]).toEqual(['m']);
});
