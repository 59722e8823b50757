import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { findArticleFiles } from '../../../src/reading/find-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'litter-with-text-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function aFolder(name: string, file: string): Promise<void> {
  await mkdir(join(folder, '2026', name), { recursive: true });
  await writeFile(join(folder, '2026', name, file), '---\ntitle: 甲\n---\n正文\n');
}

const found = () => findArticleFiles(folder, (path) => path.slice(folder.length + 1));

test.for([
  ['20260305-a~', '20260305-a'],
  ['20260305-a.tmp', '20260305-a'],
  ['20260305-a.BAK', '20260305-a'],
  ['.20260305-a', '20260305-a'],
  ['.git', '20260305-spring'],
] as const)('%s with a text in it is told', async ([name, right]) => {
  await aFolder(name, 'index.md');
  expect(await found()).toEqual({
    files: [],
    issues: [
      {
        rule: 'file/looks-like-litter',
        level: 'warn',
        file: `2026/${name}`,
        message: `文件夹「${name}」的名字像是程序留下的临时文件，不会发布，里面却有稿件。`,
        fix: `要发布的，改名，例如「${right}」；不要的，删掉。`,
      },
    ],
  });
  await rename(join(folder, '2026', name), join(folder, '2026', right));
  const { files, issues } = await found();
  expect(issues).toEqual([]);
  expect(files.map(({ id }) => id)).toEqual([right]);
});

it('says nothing of one without a text', async () => {
  await aFolder('20260305-a.tmp', 'photo.md');
  expect(await found()).toEqual({ files: [], issues: [] });
});
