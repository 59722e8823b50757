import { rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFileMemory } from '../../../src/reading/file-memory.ts';
import { aFolder } from '../../support/a-folder.ts';

const LONG_AGO = new Date('2020-01-01');

/** A folder with an attachment whose hash is kept. */
async function aKeptFile() {
  const folder = await aFolder({ 'a.docx': '旧文' });
  const file = join(folder, 'a.docx');
  await utimes(file, LONG_AGO, LONG_AGO);
  const memory = openFileMemory(join(folder, 'kept/files.json'));
  const before = memory.digest(file);
  await memory.save();
  return { folder, file, before, reopen: () => openFileMemory(join(folder, 'kept/files.json')) };
}

it('a file that did not change keeps its hash', async () => {
  const { file, before, reopen } = await aKeptFile();
  expect(reopen().digest(file)).toBe(before);
});

it.each([
  ['it is written', (file: string) => writeFile(file, '新文')],
  [
    'another of its size and time is moved to its place',
    async (file: string) => {
      await writeFile(`${file}.new`, '新文');
      await utimes(`${file}.new`, LONG_AGO, LONG_AGO);
      await rename(`${file}.new`, file);
    },
  ],
  [
    'it is written and its time set back',
    async (file: string) => {
      await writeFile(file, '新文');
      await utimes(file, LONG_AGO, LONG_AGO);
    },
  ],
])('a file has another hash when %s', async (_, change) => {
  const { file, before, reopen } = await aKeptFile();
  await change(file);
  expect((await stat(file)).size).toBe(6);
  expect(reopen().digest(file)).not.toBe(before);
});

it('what was kept and is damaged, or of an older form, counts for nothing', async () => {
  const { folder, file, before, reopen } = await aKeptFile();
  const { size, mtimeMs } = await stat(file);
  for (const text of [
    '[["a',
    JSON.stringify({ files: { [file]: { size, mtimeMs, digest: 'old' } } }),
  ]) {
    await writeFile(join(folder, 'kept/files.json'), text);
    expect(reopen().digest(file)).toBe(before);
  }
});
