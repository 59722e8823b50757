import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { makeArticleFolder } from '../../../src/reading/make-article-folder.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

it('ten who begin the same at once have ten folders, and nothing is overwritten', async () => {
  const folder = await aFolder({ '2026/20261125-a.md': '已有', '2026/20261125-a-3/1.jpg': '' });
  const files = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      makeArticleFolder(folder, '2026-11-25', 'a', `${index}`),
    ),
  );
  expect(new Set(files).size).toBe(10);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  expect(texts).toEqual(Array.from({ length: 10 }, (_, index) => String(index)));
  expect(await readFile(join(folder, '2026/20261125-a.md'), 'utf8')).toBe('已有');
  expect(await everythingIn(join(folder, '2026/20261125-a-3'))).toEqual(['1.jpg']);
});

it('the first year of an archive is made', async () => {
  const folder = await aFolder();
  const file = await makeArticleFolder(join(folder, 'articles'), '2027-01-01', 'a', '');
  expect(relative(folder, file)).toBe(join('articles', '2027', '20270101-a', 'index.md'));
});

it('where the folder cannot be made, nothing is left', async () => {
  const folder = await aFolder({ '2026/x': '' });
  const placed = makeArticleFolder(folder, '2026-11-25', 'a'.repeat(300), '');
  await expect(placed).rejects.toThrow('ENAMETOOLONG');
  expect(await everythingIn(folder)).toEqual(['2026/', '2026/x']);
});
