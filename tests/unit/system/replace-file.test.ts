import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFile } from '../../../src/system/replace-file.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

it('a file is exchanged, keeps its mode, and nothing is left beside it', async () => {
  const folder = await aFolder({ 'a/index.md': '旧' });
  const path = join(folder, 'a/index.md');
  await chmod(path, 0o664);
  await replaceFile(path, '新');
  expect(await readFile(path, 'utf8')).toBe('新');
  expect((await stat(path)).mode & 0o777).toBe(0o664);
  expect(await everythingIn(folder)).toEqual(['a/', 'a/index.md']);
});

it('what cannot be exchanged leaves nothing beside it either', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'a/b'), { recursive: true });
  await expect(replaceFile(join(folder, 'a'), '新')).rejects.toThrow();
  await expect(replaceFile(join(folder, 'c'), '新')).rejects.toThrow('ENOENT');
  expect(await everythingIn(folder)).toEqual(['a/', 'a/b/']);
});
