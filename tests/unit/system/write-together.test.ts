/** All changes or none, and nothing left beside the files. */
import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeTogether } from '../../../src/system/write-together.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

const FILES = { 'a.txt': '甲', 'old/b.txt': '乙', 'old/c.txt': '丙', 'taken.txt': '丁' };

it('writes files new and old, moves folders, and keeps the rights of a file', async () => {
  const folder = await aFolder(FILES);
  await chmod(join(folder, 'a.txt'), 0o640);
  await writeTogether([
    { path: join(folder, 'a.txt'), text: '新' },
    { path: join(folder, 'sub/new.txt'), text: '有' },
    { path: join(folder, 'sub/new.bin'), bytes: new Uint8Array([0, 255]) },
    { from: join(folder, 'old'), to: join(folder, '2026/new') },
  ]);
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('新');
  expect((await stat(join(folder, 'a.txt'))).mode & 0o777).toBe(0o640);
  expect((await everythingIn(folder)).filter((path) => !path.endsWith('/'))).toEqual([
    '2026/new/b.txt',
    '2026/new/c.txt',
    'a.txt',
    'sub/new.bin',
    'sub/new.txt',
    'taken.txt',
  ]);
});

it.each([
  [
    'a place that is taken',
    (folder: string) => ({ from: join(folder, 'old'), to: join(folder, 'taken.txt') }),
  ],
  [
    'a folder in the place of a file',
    (folder: string) => ({ path: join(folder, 'full'), text: '新' }),
  ],
  ['a folder below a file', (folder: string) => ({ path: join(folder, 'a.txt/x'), text: '新' })],
])('takes everything back at %s', async (_, bad) => {
  const folder = await aFolder(FILES);
  await mkdir(join(folder, 'full'));
  const before = await everythingIn(folder);
  const changes = [
    { path: join(folder, 'a.txt'), text: '新' },
    { path: join(folder, 'n.txt'), text: '新' },
    { path: join(folder, 'of its own/within/n.txt'), text: '新' },
    { from: join(folder, 'old/b.txt'), to: join(folder, 'elsewhere/b.txt') },
    bad(folder),
  ];
  await expect(writeTogether(changes)).rejects.toThrow(/./);
  expect(await everythingIn(folder)).toEqual(before);
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('甲');
});
