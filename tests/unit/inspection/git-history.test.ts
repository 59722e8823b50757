/** Dates against git, asked of real repositories. */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeDates } from '../../../src/inspection/history/date-issues.ts';
import { readHistory } from '../../../src/inspection/history/git-history.ts';
import { readMigrated } from '../../../src/inspection/history/migrated.ts';
import { reviewIssues } from '../../../src/inspection/history/review-issues.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import type { Bureau } from '../../support/a-bureau.ts';

const ARTICLE = 'content/articles/2026/20261119-a.md';

async function aRepository(files: Readonly<Record<string, string>>): Promise<Bureau> {
  const bureau = await aBureau(files);
  git(bureau, 'init', '--quiet');
  return bureau;
}

function git({ folder }: Pick<Bureau, 'folder'>, ...words: string[]): void {
  execFileSync('git', [
    '-C',
    folder,
    '-c',
    'user.name=甲',
    '-c',
    'user.email=a@example.gov.cn',
    ...words,
  ]);
}

/** @param time ISO with its zone */
function commit(bureau: Bureau, time: string, message = '稿件'): void {
  git(bureau, 'add', '--all');
  const env = { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: time };
  const own = ['-c', 'user.name=甲', '-c', 'user.email=a@example.gov.cn'];
  execFileSync('git', ['-C', bureau.folder, ...own, 'commit', '--quiet', '-m', message], { env });
}

async function judge(bureau: Bureau) {
  const content = join(bureau.folder, 'content');
  const history = await readHistory(content);
  if ('why' in history) throw new Error(history.why);
  const { judged } = await bureau.read();
  if (!judged) throw new Error('The site has no settings');
  const ledger = (await readMigrated(content)) ?? [];
  const { site } = judged;
  return { ...judgeDates(site, history, ledger, '2026-11-30'), site, history };
}

describe('an article', () => {
  it('may follow its date by three working days', async () => {
    const bureau = await aRepository({ [ARTICLE]: aText('2026-11-19') });
    // Half past midnight in Beijing on Tuesday.
    commit(bureau, '2026-11-23T16:30:00Z');
    expect((await judge(bureau)).issues).toEqual([]);
  });

  it('that follows it by four has a date that is not true', async () => {
    const bureau = await aRepository({ [ARTICLE]: aText('2026-11-19') });
    commit(bureau, '2026-11-24T16:30:00Z');
    const { issues } = await judge(bureau);
    expect(issues).toMatchObject([{ rule: 'veto/forged-date', level: 'stop', file: ARTICLE }]);
    expect(issues[0]?.message).toContain('发布日期是 2026-11-19，2026-11-25 才提交');
  });

  it('is the one that came first, by whatever name', async () => {
    const bureau = await aRepository({
      'content/articles/2026/20261119-b.md': aText('2026-11-19'),
    });
    commit(bureau, '2026-11-19T10:00:00+08:00');
    git(bureau, 'mv', 'content/articles/2026/20261119-b.md', ARTICLE);
    commit(bureau, '2026-11-25T10:00:00+08:00');
    expect((await judge(bureau)).issues).toEqual([]);
  });

  it.each([
    ['by its name', 'articles: [20261119-a]', true],
    ['by its date', 'from: 2026-11-01, to: 2026-11-19', true],
    ['of other days', 'from: 2026-10-01, to: 2026-11-18', false],
  ])('may be in the ledger %s', async (_, which, isKnown) => {
    const line = `- { person: 李若谷, reason: 旧网站迁移, imported: 2026-11-26, ${which} }\n`;
    const bureau = await aRepository({
      [ARTICLE]: aText('2026-11-19'),
      'content/migrated.yaml': line,
    });
    commit(bureau, '2026-11-25T10:00:00+08:00');
    const { issues, migrated } = await judge(bureau);
    expect(issues).toHaveLength(isKnown ? 0 : 1);
    expect(migrated).toBe(isKnown ? 1 : 0);
  });

  it('that came after the import is not in it', async () => {
    const bureau = await aRepository({
      [ARTICLE]: aText('2026-11-19'),
      'content/migrated.yaml':
        '- { person: 李若谷, reason: 旧网站迁移, imported: 2026-11-24, from: 2020-01-01, to: 2026-11-30 }\n',
    });
    commit(bureau, '2026-11-25T10:00:00+08:00');
    expect((await judge(bureau)).issues).toHaveLength(1);
  });
});

describe('a date', () => {
  it('that is changed when readers have seen it is told', async () => {
    const bureau = await aRepository({ [ARTICLE]: aText('2026-11-19') });
    commit(bureau, '2026-11-19T10:00:00+08:00');
    await bureau.write({ [ARTICLE]: aText('2026-11-24') });
    commit(bureau, '2026-11-24T10:00:00+08:00');
    const { issues } = await judge(bureau);
    expect(issues).toMatchObject([{ rule: 'inspection/date-changed', level: 'stop' }]);
    expect(issues[0]?.message).toContain('2026-11-24 从 2026-11-19 改成 2026-11-24');
  });

  it('may change before, with the publication of a draft, and by the hour', async () => {
    const bureau = await aRepository({
      [ARTICLE]: aText('2026-11-23'),
      'content/articles/2026/20261118-b.md': aText('2026-11-18', ['draft: true']),
      'content/articles/2026/20261120-c.md': aText('2026-11-19 09:00'),
    });
    commit(bureau, '2026-11-19T10:00:00+08:00');
    await bureau.write({
      [ARTICLE]: aText('2026-11-20'),
      'content/articles/2026/20261118-b.md': aText('2026-11-20'),
      'content/articles/2026/20261120-c.md': aText('2026-11-19 10:00'),
    });
    commit(bureau, '2026-11-20T10:00:00+08:00');
    expect((await judge(bureau)).issues).toEqual([]);
  });
});

describe('review', () => {
  it('is a line of the commit; a reviewer named in the text alone is told as less', async () => {
    const bureau = await aRepository({ [ARTICLE]: aText('2026-11-19') });
    commit(bureau, '2026-11-19T10:00:00+08:00', '稿件：测试\n\nReviewed-by: 王景行');
    await bureau.write({
      'content/articles/2026/20261120-b.md': aText('2026-11-20'),
      'content/articles/2026/20261120-c.md': aText('2026-11-20', ['reviewers: 王景行']),
    });
    commit(bureau, '2026-11-20T10:00:00+08:00');
    const { site, history } = await judge(bureau);
    const records = new Set(['2026/20261120-b.yaml', '2026/20261120-c.yaml']);
    expect(reviewIssues(site, history, records)).toEqual([]);
    expect(reviewIssues(site, history)).toMatchObject([
      { level: 'warn', message: '1 篇稿件没有写审核人，提交里也没有审核记录：《测试》。' },
      {
        level: 'info',
        message: '1 篇稿件写了审核人，提交里没有审核记录（Reviewed-by）：《测试》。',
      },
    ]);
  });
});

describe('what is not known', () => {
  it('is said of a folder without git', async () => {
    const { folder } = await aBureau();
    expect(await readHistory(join(folder, 'content'))).toEqual({
      why: '这个文件夹没有 git 提交记录',
    });
  });

  it('is said of a clone that has the last commit only', async () => {
    const bureau = await aRepository({ [ARTICLE]: aText('2026-11-19') });
    commit(bureau, '2026-11-19T10:00:00+08:00');
    await bureau.write({ [ARTICLE]: aText('2026-11-19', ['author: 乙']) });
    commit(bureau, '2026-11-25T10:00:00+08:00');
    const clone = `${bureau.folder}-clone`;
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${bureau.folder}`, clone]);
    const history = await readHistory(join(clone, 'content'));
    await rm(clone, { recursive: true });
    expect(history).toMatchObject({ why: expect.stringContaining('没有取全部提交记录') });
  });
});

it('of a ledger that is not in order it is told by a check that stops nothing, and known for nobody', async () => {
  const bureau = await aBureau({
    'content/migrated.yaml': '- { person: 甲, reason: 乙, imported: 2026-11-24 }\n',
  });
  expect((await bureau.read()).issues).toMatchObject([
    {
      file: 'content/migrated.yaml',
      line: 1,
      level: 'warn',
      fix: expect.stringContaining('from 和 to'),
    },
  ]);
  expect(await readMigrated(join(bureau.folder, 'content'))).toBeUndefined();
});

describe('what git says of dates', () => {
  /** As it is told with what was kept before, and without. */
  async function told({ folder }: Bureau, cache: string) {
    const content = join(folder, 'content');
    const [kept, anew] = [await readHistory(content, cache), await readHistory(content)];
    expect(kept).toEqual(anew);
    if ('why' in anew) throw new Error(anew.why);
    return [...anew.values()].flatMap(({ changes }) => changes.map(({ becomes }) => becomes));
  }

  it('is the same when the commits before are known, whatever came since', async () => {
    const cache = await aFolder();
    const bureau = await aRepository({ [ARTICLE]: aText('2026-11-19') });
    commit(bureau, '2026-11-19T02:00:00Z');
    expect(await told(bureau, cache)).toEqual([]);
    await bureau.write({ [ARTICLE]: aText('2026-11-10') });
    commit(bureau, '2026-11-20T02:00:00Z');
    expect(await told(bureau, cache)).toEqual(['2026-11-10']);
    expect(await told(bureau, cache)).toEqual(['2026-11-10']);
    git(bureau, 'mv', ARTICLE, ARTICLE.replace('-a.md', '-b.md'));
    commit(bureau, '2026-11-21T02:00:00Z');
    expect(await told(bureau, cache)).toEqual(['2026-11-10']);
    git(bureau, 'checkout', '--quiet', '-b', 'other', 'HEAD~1');
    await bureau.write({ [ARTICLE]: aText('2026-11-11') });
    commit(bureau, '2026-11-22T02:00:00Z');
    expect(await told(bureau, cache)).toEqual(['2026-11-11', '2026-11-10']);
    git(bureau, 'merge', '--quiet', '--no-edit', '-X', 'ours', '@{-1}');
    expect(await told(bureau, cache)).toEqual(['2026-11-11', '2026-11-10']);
  });
});
