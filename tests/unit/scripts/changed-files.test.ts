import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { changedFiles, isChanged } from '../../../scripts/changed-files.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const WHO = ['-c', 'user.name=甲', '-c', 'user.email=a@example.cn', '-c', 'commit.gpgsign=false'];

/** Where git looks for nothing but this folder. */
function git(folder: string, ...words: string[]): void {
  execFileSync('git', [...WHO, ...words], { cwd: folder, stdio: 'ignore' });
}

async function aRepository(): Promise<{ folder: string; changed: () => unknown }> {
  const folder = await aFolder({
    'site/content/通知 1.md': '甲',
    'site/content/b.md': '乙',
    'site/public/a.txt': '甲',
    '.gitignore': '*.tmp\n',
  });
  git(folder, 'init', '-b', 'main');
  const roots = { content: join(folder, 'site/content'), public: join(folder, 'site/public') };
  const changed = () => {
    const files = changedFiles(roots);
    return files instanceof Set ? [...files].filter((file) => !file.startsWith('..')) : files;
  };
  return { folder, changed };
}

it('names what differs from the last commit: changed, staged, new, removed; nothing that is ignored', async () => {
  const { folder, changed } = await aRepository();
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', '甲');
  expect(changed()).toEqual([]);
  await writeFile(join(folder, 'site/content/通知 1.md'), '丙');
  await writeFiles(folder, { 'site/content/new\n.md': '丁', 'site/content/a.tmp': '' });
  await writeFile(join(folder, 'site/public/a.txt'), '丙');
  git(folder, 'add', 'site/public/a.txt');
  await rm(join(folder, 'site/content/b.md'));
  expect(changed()).toEqual(
    expect.arrayContaining([
      'content/b.md',
      'content/new\n.md',
      'content/通知 1.md',
      'public/a.txt',
    ]),
  );
  expect(changed()).not.toContain('content/a.tmp');
});

it('names all files before the first commit', async () => {
  const { folder, changed } = await aRepository();
  git(folder, 'add', 'site/content/b.md');
  expect(changed()).toEqual(expect.arrayContaining(['content/b.md', 'content/通知 1.md']));
});

it('compares with where the branch left its upstream one, whatever came to that since', async () => {
  const { folder, changed } = await aRepository();
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', '甲');
  git(folder, 'checkout', '-b', 'work', '--track', 'main');
  await writeFile(join(folder, 'site/content/通知 1.md'), '丙');
  git(folder, 'commit', '-am', '乙');
  git(folder, 'checkout', 'main');
  await writeFile(join(folder, 'site/content/b.md'), '丙');
  git(folder, 'commit', '-am', '丙');
  git(folder, 'checkout', 'work');
  expect(changed()).toEqual(['content/通知 1.md']);
});

it('says so where the branch and its upstream one have nothing in common', async () => {
  const { folder, changed } = await aRepository();
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', '甲');
  git(folder, 'checkout', '--orphan', 'other');
  git(folder, 'commit', '-m', '乙');
  git(folder, 'branch', '--set-upstream-to', 'main');
  expect(changed()).toEqual({
    problem:
      '--changed：找不到和上游分支分开的地方，多半是只下载了最近的提交：先运行 git fetch --unshallow。',
  });
});

it('says so outside of git', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'content'));
  expect(
    changedFiles({ content: join(folder, 'content'), public: join(folder, 'gone/public') }),
  ).toEqual({ problem: '--changed 要用 git：这个文件夹不在 git 里，或者这台电脑没有装 git。' });
});

test.for([
  ['content/articles/2026/20261101-a/index.md', true],
  ['content/articles/2026/20261101-a', true],
  ['content/articles/2026/20261101-a/2.jpg', false],
  ['content/articles/2026/20261101-ab/index.md', false],
  ['content/articles/2026/20261102-b.md', true],
  ['content/columns.yaml', false],
] as const)('of a changed picture and a changed text, %s is changed: %j', ([file, is]) => {
  const changed = new Set([
    'content/articles/2026/20261101-a/1.jpg',
    'content/articles/2026/20261102-b.md',
  ]);
  expect(isChanged(file, changed)).toBe(is);
});
