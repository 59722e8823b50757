import { truncateSync } from 'node:fs';
import { readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFileMemory } from '../../../src/system/file-memory.ts';
import type { FileMemory, FileMemoryOptions } from '../../../src/system/file-memory.ts';
import { digestFile } from '../../../src/system/file-digest.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

interface Facts {
  judged: string | null;
  read: string;
}

const LONG_AGO = new Date('2020-01-01');

/** What has just been written is believed of no file: it may be written again at the same time of its disk. */
const aMoment = (): Promise<void> => sleep(40);

/** A folder with a file of which something was noted, and the next process. */
async function aKeptFile() {
  const folder = await aFolder({ 'a.docx': '旧文' });
  const file = join(folder, 'a.docx');
  await utimes(file, LONG_AGO, LONG_AGO);
  await aMoment();
  const open = (change: Partial<FileMemoryOptions> = {}): FileMemory<Facts> =>
    openFileMemory({
      file: join(folder, 'kept/files.json'),
      folders: [folder],
      ...change,
    });
  const memory = open();
  memory.use('judged', '1');
  const digest = memory.digest(file);
  memory.note(file, 'judged', '旧的', await stat(file));
  await memory.save('asked');
  return { folder, file, digest, open };
}

it('a file that did not change is known without reading it, with what was noted of it', async () => {
  const { file, digest, open } = await aKeptFile();
  expect(digest).toBe(digestFile(file).sha256);
  expect(open().known(file)).toBe(digest);
  expect(open().fact(file, 'judged')).toBe('旧的');
});

const CHANGES: [string, (file: string) => Promise<void>][] = [
  ['it is written', (file) => writeFile(file, '新文')],
  [
    'another of its size and time is moved to its place',
    async (file) => {
      await writeFile(`${file}.new`, '新文');
      await utimes(`${file}.new`, LONG_AGO, LONG_AGO);
      await rename(`${file}.new`, file);
    },
  ],
  [
    'it is written and its time set back',
    async (file) => {
      await writeFile(file, '新文');
      await utimes(file, LONG_AGO, LONG_AGO);
    },
  ],
];

it.each(CHANGES)('a file is another one when %s', async (_, change) => {
  const { file, digest, open } = await aKeptFile();
  await change(file);
  expect((await stat(file)).size).toBe(6);
  const memory = open();
  expect(memory.known(file)).toBe(undefined);
  expect(memory.fact(file, 'judged')).toBe(undefined);
  expect(memory.digest(file)).not.toBe(digest);
  expect(memory.digest(file)).toBe(digestFile(file).sha256);
});

it('what was written a moment ago is read again, since it may have been written once more', async () => {
  const { file, digest, open } = await aKeptFile();
  await writeFile(file, '新文');
  const memory = open();
  const newer = memory.digest(file);
  await memory.save('asked');
  // As if within one tick of the disk's clock: same inode, size and times.
  expect(newer).not.toBe(digest);
  expect(open().known(file)).toBe(undefined);
});

it('what was noted holds on where the time alone changed, in this process and the next', async () => {
  const { file, digest, open } = await aKeptFile();
  await utimes(file, new Date(), new Date());
  await aMoment();
  const memory = open();
  expect(memory.known(file)).toBe(undefined);
  expect(memory.fact(file, 'judged')).toBe('旧的');
  expect(memory.digest(file)).toBe(digest);
  await memory.save('asked');
  expect(open().known(file)).toBe(digest);
});

it('who trusts nothing reads each file once, and what was noted holds where the bytes are the same', async () => {
  const { file, digest, open } = await aKeptFile();
  const memory = open({ paranoid: true });
  for (let round = 0; round < 2; round += 1) {
    expect(memory.known(file)).toBe(undefined);
    expect(memory.digest(file)).toBe(digest);
    expect(memory.known(file)).toBe(digest);
    expect(memory.fact(file, 'judged')).toBe('旧的');
    await memory.save('asked');
  }
});

it('facts of another version are forgotten, the others are not', async () => {
  const { file, digest, open } = await aKeptFile();
  const first = open();
  first.use('judged', '1');
  first.note(file, 'read', '读过', await stat(file));
  expect(first.fact(file, 'judged')).toBe('旧的');
  await first.save();
  const next = open();
  next.use('judged', '2');
  expect(next.fact(file, 'judged')).toBe(undefined);
  expect(next.fact(file, 'read')).toBe('读过');
  expect(next.known(file)).toBe(digest);
  next.note(file, 'judged', '新的', await stat(file));
  next.use('judged', '2');
  await next.save();
  expect(open().fact(file, 'judged')).toBe('新的');
});

it('what was found in a file that changed meanwhile is not noted', async () => {
  const { file, open } = await aKeptFile();
  const memory = open();
  const before = await stat(file);
  await aMoment();
  await writeFile(file, '新文');
  memory.note(file, 'read', '旧文里的', before);
  memory.digest(file);
  memory.note(file, 'read', '旧文里的', before);
  expect(memory.fact(file, 'read')).toBe(undefined);
  memory.note(file, 'read', '新文里的', await stat(file));
  expect(memory.fact(file, 'read')).toBe('新文里的');
});

it('a fact may be that there is nothing, or be taken back', async () => {
  const { file, open } = await aKeptFile();
  const memory = open();
  memory.note(file, 'judged', null, await stat(file));
  expect(memory.fact(file, 'judged')).toBe(null);
  memory.note(file, 'judged', undefined, await stat(file));
  expect(memory.fact(file, 'judged')).toBe(undefined);
});

it('files that nobody asked for any more are forgotten, once that is said', async () => {
  const { folder, file, open } = await aKeptFile();
  await writeFiles(folder, { 'b.docx': '另一份' });
  await aMoment();
  const memory = open();
  memory.digest(join(folder, 'b.docx'));
  await memory.save();
  expect(open().known(file)).not.toBe(undefined);
  await memory.save('asked');
  expect(open().known(file)).toBe(undefined);
  expect(open().known(join(folder, 'b.docx'))).not.toBe(undefined);
});

it('what was kept and is damaged, or of an older form, counts for nothing', async () => {
  const { folder, file, digest, open } = await aKeptFile();
  const kept = join(folder, 'kept/files.json');
  const right = await readFile(kept, 'utf8');
  for (const text of ['[["a', right.replace(digest, 'f'.repeat(64)), '{"files":{}}', '']) {
    expect(text).not.toBe(right);
    await writeFile(kept, text);
    expect(open().known(file)).toBe(undefined);
    expect(open().digest(file)).toBe(digest);
  }
});

it('a film of gigabytes is not read to its end to remember what its beginning said', async () => {
  const { folder, open } = await aKeptFile();
  const film = join(folder, 'a.mp4');
  await writeFile(film, '');
  truncateSync(film, 65 * 1024 * 1024);
  await aMoment();
  const memory = open();
  expect(memory.fact(film, 'judged')).toBe(undefined);
  memory.note(film, 'judged', '片头', await stat(film));
  await memory.save();
  expect(open().known(film)).toBe(undefined);
  expect(open().fact(film, 'judged')).toBe('片头');
  // Touched, it may be another one: nobody could tell.
  await utimes(film, LONG_AGO, LONG_AGO);
  expect(open().fact(film, 'judged')).toBe(undefined);
  expect(open().digest(film)).toBe(digestFile(film).sha256);
});
