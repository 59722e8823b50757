/** Ways to hide from git when an article came, and that its date was changed: each is found. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeDates } from '../../../src/inspection/history/date-issues.ts';
import { readHistory } from '../../../src/inspection/history/git-history.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import type { Bureau } from '../../support/a-bureau.ts';

const A = 'content/articles/2026/20261021-a.md';
const B = 'content/articles/2026/20261127-b.md';
const BODY = '示例局机关事务工作取得新的进展，各项保障任务按照计划完成。';
const OTHER = '示例局召开会议，研究部署下一步的工作安排，明确各科室的责任。';

interface Repository {
  bureau: Bureau;
  git: (...words: string[]) => void;
  /** Writes these files, deletes those of which no text is given, and commits. */
  commit: (day: string, files: Readonly<Record<string, string | undefined>>) => Promise<void>;
}

async function aRepository(): Promise<Repository> {
  const bureau = await aBureau();
  const run = (words: readonly string[], day = '2026-10-20'): void => {
    const time = `${day}T10:00:00+08:00`;
    const env = { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: time };
    const own = ['-c', 'user.name=甲', '-c', 'user.email=a@example.gov.cn'];
    execFileSync('git', ['-C', bureau.folder, ...own, ...words], { env, stdio: 'pipe' });
  };
  run(['init', '--quiet', '--initial-branch=main']);
  run(['add', '--all']);
  run(['commit', '--quiet', '-m', '网站']);
  return {
    bureau,
    git: (...words) => run(words),
    async commit(day, files) {
      for (const [path, text] of Object.entries(files)) {
        if (text === undefined) run(['rm', '--quiet', '-f', path]);
        else await bureau.write({ [path]: text });
      }
      run(['add', '--all']);
      run(['commit', '--quiet', '--allow-empty', '-m', '稿件'], day);
    },
  };
}

async function found({ bureau }: Repository) {
  const content = join(bureau.folder, 'content');
  const history = await readHistory(content);
  if ('why' in history) throw new Error(history.why);
  const { judged } = await bureau.read('2026-11-28 09:00');
  if (!judged) throw new Error('The site has no settings');
  const { issues, uncommitted } = judgeDates(judged.site, history, [], '2026-11-28');
  return {
    issues: issues.map(({ rule, message }) => `${rule} ${message.replace(/（.*$/, '')}`),
    uncommitted: uncommitted.map(({ id }) => id),
  };
}

const CHANGED =
  'inspection/date-changed 发布以后改过发布日期：2026-11-27 从 2026-10-21 改成 2026-11-27';
const LATE = 'veto/forged-date 发布日期是 2026-10-21，2026-11-27 才提交';
const FIRST = aText('2026-10-21', [], BODY);
const SECOND = aText('2026-11-27', [], BODY);

describe('a date that was changed', () => {
  it.each([
    ['in quotes', FIRST.replace('date:', '"date":'), SECOND.replace('date:', '"date":')],
    ['after a blank', FIRST.replace('date:', 'date :'), SECOND.replace('date:', 'date :')],
    [
      'on the line below',
      FIRST.replace('date: ', 'date:\n  '),
      SECOND.replace('date: ', 'date:\n  '),
    ],
    ['from another way of writing', FIRST.replace('date:', '"date":'), SECOND],
  ])('is found %s', async (_, was, is) => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: was });
    await repository.commit('2026-11-27', { [A]: is });
    expect((await found(repository)).issues).toEqual([CHANGED]);
  });

  it('is found where a repository says that there is nothing to compare', async () => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST, '.gitattributes': '*.md -diff\n' });
    await repository.commit('2026-11-27', { [A]: SECOND });
    expect((await found(repository)).issues).toEqual([CHANGED]);
  });

  it('is found when it was a draft between', async () => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST });
    await repository.commit('2026-11-26', { [A]: aText('2026-10-21', ['draft: true'], BODY) });
    await repository.commit('2026-11-27', { [A]: SECOND });
    expect((await found(repository)).issues).toEqual([CHANGED]);
  });

  it.each([
    ['the same name', A, SECOND],
    ['the same name and title', A, aText('2026-11-27', [], OTHER)],
    ['another name', B, SECOND],
  ])('is found when it was deleted and added again by %s', async (_, path, text) => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST });
    await repository.commit('2026-10-22', { [A]: undefined });
    await repository.commit('2026-11-27', { [path]: text });
    expect((await found(repository)).issues).toEqual([CHANGED]);
  });
});

describe('a merge', () => {
  async function merging(): Promise<Repository> {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST });
    repository.git('checkout', '--quiet', '-b', 'side');
    await repository.commit('2026-11-01', { 'content/a.txt': '甲' });
    repository.git('checkout', '--quiet', 'main');
    await repository.commit('2026-11-02', { 'content/b.txt': '乙' });
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'side');
    return repository;
  }

  it('is looked at for what it changes and adds itself', async () => {
    const repository = await merging();
    const late = 'content/articles/2026/20261021-c.md';
    await repository.commit('2026-11-27', { [A]: SECOND, [late]: aText('2026-10-21', [], OTHER) });
    expect((await found(repository)).issues.toSorted()).toEqual([CHANGED, LATE].toSorted());
  });

  it.each([
    ['within three working days is nothing new of what its branches say', '2026-10-26', []],
    [
      'later is the day on which readers saw what its branches brought',
      '2026-11-27',
      ['veto/forged-date 发布日期是 2026-10-21，2026-10-21 提交'],
    ],
  ])('%s', async (_, day, expected) => {
    const repository = await aRepository();
    repository.git('checkout', '--quiet', '-b', 'gaojian/a');
    await repository.commit('2026-10-21', { [A]: FIRST });
    repository.git('checkout', '--quiet', 'main');
    await repository.commit('2026-10-22', { 'content/b.txt': '乙' });
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'gaojian/a');
    await repository.commit(day, {});
    expect((await found(repository)).issues).toEqual(expected);
  });

  it('of what was published into work that was not is no arrival of it', async () => {
    const repository = await aRepository();
    repository.git('checkout', '--quiet', '-b', 'published');
    await repository.commit('2026-10-21', { [A]: FIRST });
    repository.git('checkout', '--quiet', 'main');
    await repository.commit('2026-11-26', { 'content/b.txt': '乙' });
    repository.git('branch', '--move', 'main', 'own');
    repository.git('branch', '--move', 'published', 'main');
    // As `git pull` says it.
    const said = "Merge branch 'main' of https://git.example.gov.cn/site";
    repository.git('merge', '--quiet', '--no-ff', '-m', said, 'main');
    expect((await found(repository)).issues).toEqual([]);
  });

  it('brings only the last state of what was written on its branch', async () => {
    const repository = await aRepository();
    repository.git('checkout', '--quiet', '-b', 'gaojian/a');
    await repository.commit('2026-11-23', { [B]: aText('2026-11-23', [], BODY) });
    await repository.commit('2026-11-26', { [B]: SECOND });
    repository.git('checkout', '--quiet', 'main');
    await repository.commit('2026-11-26', { 'content/b.txt': '乙' });
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'gaojian/a');
    await repository.commit('2026-11-27', {});
    expect((await found(repository)).issues).toEqual([]);
  });
});

describe('a text that was no draft only later', () => {
  const draft = aText('2026-10-21', ['draft: true'], BODY);
  it('came when it was none any more', async () => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: draft });
    await repository.commit('2026-11-27', { [A]: FIRST });
    expect((await found(repository)).issues).toEqual([LATE]);
  });

  it('may be taken back to be one for a while', async () => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST });
    await repository.commit('2026-10-22', { [A]: draft });
    await repository.commit('2026-11-27', { [A]: FIRST });
    expect((await found(repository)).issues).toEqual([]);
  });
});

describe('a date that was changed is no fault', () => {
  it('where it is again what it was', async () => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST });
    await repository.commit('2026-11-05', { [A]: aText('2026-11-05', [], BODY) });
    await repository.commit('2026-11-27', { [A]: FIRST });
    expect((await found(repository)).issues).toEqual([]);
  });

  it('where it was forged, and is that of the commit that brought it, by whatever name', async () => {
    const repository = await aRepository();
    await repository.commit('2026-11-20', { [A]: FIRST });
    const mended = { [A]: undefined, [A.replace('1021', '1120')]: FIRST.replace('10-21', '11-20') };
    await repository.commit('2026-11-27', mended);
    expect((await found(repository)).issues).toEqual([]);
  });

  it('more than once; changed to another day it is one fault', async () => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST });
    await repository.commit('2026-11-05', { [A]: aText('2026-11-05', [], BODY) });
    await repository.commit('2026-11-27', { [A]: SECOND });
    expect((await found(repository)).issues).toEqual([CHANGED.replace('10-21', '11-05')]);
  });
});

describe('another text under an old date', () => {
  const exchange = async (title: string, body: string) => {
    const repository = await aRepository();
    await repository.commit('2026-10-21', { [A]: FIRST });
    const text = aText('2026-10-21', [], body).replace('title: 测试', `title: ${title}`);
    await repository.commit('2026-11-27', { [A]: text });
    return (await found(repository)).issues;
  };
  it('is told', async () => {
    expect(await exchange('冬季供热检查工作启动', OTHER)).toEqual([
      'inspection/exchanged 发布日期是 2026-10-21，2026-11-27 标题和正文全部换成了别的',
    ]);
  });
  it.each([
    ['the title is the same', '测试', OTHER],
    ['the body is the same', '冬季供热检查工作启动', BODY],
    ['the body was corrected', '冬季供热检查工作启动', BODY.replace('新的', '较大')],
  ])('is none where %s', async (_, title, body) => {
    expect(await exchange(title, body)).toEqual([]);
  });
});
