/** The commits of an article, from a real repository: moved, merged, renamed, many, and by people with odd names. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { articleHistory } from '../../../../src/desk/versions/article-history.ts';
import { committedText } from '../../../../src/desk/versions/committed-text.ts';
import { GitError } from '../../../../src/system/run-git.ts';

const PARAGRAPHS = '第一段。\n\n第二段说明改造的范围。\n\n第三段说明完成的期限。\n';

let folder = '';
let clock = 0;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'history-')));
  clock = Date.parse('2026-11-01T01:00:00Z') / 1000;
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '何雨桐');
  git('config', 'user.email', 'he@example.gov.cn');
});
afterEach(() => rm(folder, { recursive: true }));

function git(...words: string[]): string {
  const date = `${clock} +0800`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', env }).trim();
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function commit(subject: string, ...words: string[]): void {
  clock += 60;
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', subject, ...words);
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(join(folder, to)), { recursive: true });
  await rename(join(folder, from), join(folder, to));
}

function placeOf(path: string, isFolder: boolean) {
  return {
    path: join(folder, path, ...(isFolder ? ['index.md'] : [])),
    folder: isFolder ? join(folder, path) : undefined,
  };
}

async function subjects(path: string, isFolder = true, most = 50): Promise<string[]> {
  const { commits } = await articleHistory(join(folder, 'content'), placeOf(path, isFolder), most);
  return commits.map(({ subject }) => subject);
}

it('follows an article from a draft folder into content, from a file into a folder, and under another name', async () => {
  await write('drafts/plan/index.md', PARAGRAPHS);
  commit('起草');
  await write('content/articles/2026/other.md', '别的稿件。\n');
  commit('别的');
  await write('drafts/plan/index.md', `${PARAGRAPHS}\n第四段。\n`);
  commit('加一段');
  await move('drafts/plan/index.md', 'content/articles/2026/20261101-plan.md');
  commit('发布：改造计划');
  await move(
    'content/articles/2026/20261101-plan.md',
    'content/articles/2026/20261101-plan/index.md',
  );
  await write('content/articles/2026/20261101-plan/图1.jpg', '图');
  commit('加图片');
  await write('content/articles/2026/20261101-plan/图2.jpg', '图');
  commit('再加一张');
  await move('content/articles/2026/20261101-plan', 'content/articles/2026/20261101-new-plan');
  commit('改名');
  const path = 'content/articles/2026/20261101-new-plan';
  expect(await subjects(path)).toEqual([
    '改名',
    '再加一张',
    '加图片',
    '发布：改造计划',
    '加一段',
    '起草',
  ]);
  const { top, commits } = await articleHistory(join(folder, 'content'), placeOf(path, true), 50);
  const texts = await Promise.all(commits.map((each) => committedText(top, each)));
  expect(texts.map((each) => each?.files)).toEqual([
    ['图1.jpg', '图2.jpg'],
    ['图1.jpg', '图2.jpg'],
    ['图1.jpg'],
    [],
    [],
    [],
  ]);
  expect(texts.map((each) => each?.bytes.toString())).toEqual([
    ...Array.from({ length: 5 }, () => `${PARAGRAPHS}\n第四段。\n`),
    PARAGRAPHS,
  ]);
  expect(commits.at(-1)).toMatchObject({
    at: Date.parse('2026-11-01T01:01:00Z'),
    by: '何雨桐',
    isMerge: false,
    isBoundary: false,
  });
});

it('finds what was written on a branch that was merged', async () => {
  const path = 'content/articles/2026/20261101-a.md';
  await write(path, PARAGRAPHS);
  commit('起草');
  git('checkout', '-q', '-b', 'side');
  await write(path, PARAGRAPHS.replace('第一段', '首段'));
  commit('分支上改');
  git('checkout', '-q', 'main');
  await write(path, `${PARAGRAPHS}\n第四段。\n`);
  commit('主线上改');
  clock += 60;
  git('merge', '-q', '--no-edit', 'side');
  const { commits } = await articleHistory(
    join(folder, 'content'),
    placeOf('content/articles/2026/20261101-a.md', false),
    50,
  );
  expect(commits.map(({ isMerge }) => isMerge)).toEqual([true, false, false, false]);
  expect(
    commits
      .map(({ subject }) => subject)
      .slice(1)
      .toSorted(),
  ).toEqual(['起草', '分支上改', '主线上改'].toSorted());
  expect(commits[0]?.text).toEqual({ blob: git('rev-parse', `HEAD:${path}`) });
});

it('of sixty commits it takes the newest fifty', async () => {
  for (let number = 1; number <= 60; number += 1) {
    await write('content/articles/2026/20261101-a.md', `第 ${number} 稿。\n`);
    commit(`第 ${number} 次`);
  }
  const found = await subjects('content/articles/2026/20261101-a', false);
  expect(found).toHaveLength(50);
  expect([found[0], found.at(-1)]).toEqual(['第 60 次', '第 11 次']);
});

it('takes no path for a pattern, no name for an option, and reads names with anything in them', async () => {
  const path = 'content/articles/2026/20261101-[a]*';
  await write(`${path}.md`, PARAGRAPHS);
  await write('content/articles/2026/20261101-a1.md', '别的。\n');
  commit(
    '<script>alert(1)</script> :100644 --all\n\n正文',
    '--author',
    '甲&lt;img"; 乙 <x@example.gov.cn>',
  );
  await write('content/articles/2026/20261101-a1.md', '别的，改过。\n');
  commit('别的');
  await write(`${path}/:图\n"1".jpg`, '图');
  await move(`${path}.md`, `${path}/index.md`);
  commit('加图片');
  const { top, commits } = await articleHistory(join(folder, 'content'), placeOf(path, true), 50);
  expect(commits.map(({ subject }) => subject)).toEqual([
    '加图片',
    '<script>alert(1)</script> :100644 --all',
  ]);
  expect(commits[1]?.by).toBe('甲&lt;img"; 乙');
  expect((await committedText(top, commits[0] ?? { commit: '', place: '' }))?.files).toEqual([
    ':图\n"1".jpg',
  ]);
});

it('of a shallow clone the oldest commit is nobody’s, and no repository is an error', async () => {
  const path = 'content/articles/2026/20261101-a.md';
  for (const word of ['一', '二', '三']) {
    await write(path, `第${word}稿。\n`);
    commit(`第${word}次`);
  }
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '-q', '--depth', '2', `file://${folder}`, clone]);
  const place = { path: join(clone, path), folder: undefined };
  const { isCut, commits } = await articleHistory(join(clone, 'content'), place, 50);
  expect(isCut).toBe('shallow');
  expect(commits.map(({ subject, isBoundary }) => [subject, isBoundary])).toEqual([
    ['第三次', false],
    ['第二次', true],
  ]);
  await rm(join(folder, '.git'), { recursive: true });
  await expect(subjects('content/articles/2026/20261101-a', false)).rejects.toThrow(GitError);
});
