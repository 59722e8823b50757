import { lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import sharp from 'sharp';
import { aPictureStore } from '../../support/a-picture-store.ts';
import { aFolder, aPhoto } from './sample-pictures.ts';

let folder: string;
let cacheFolder: string;
let out: string;
beforeEach(async () => {
  folder = await aFolder();
  cacheFolder = join(folder, 'cache');
  out = join(folder, 'dist');
  await mkdir(out);
});

const photo = async (name: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, await aPhoto(700, 500).jpeg().toBuffer());
  return file;
};

const open = (): ReturnType<typeof aPictureStore> => aPictureStore(cacheFolder);

test('whatever is done to a published picture, the cache is not touched', async () => {
  const store = open();
  const { key } = await store.describe(await photo('a.jpg'));
  await store.write(key, out);
  const cached = join(cacheFolder, `${key}-480.webp`);
  const right = await readFile(cached);
  await writeFile(join(out, '_images', `${key}-480.webp`), 'optimized');
  expect(await readFile(cached)).toEqual(right);
});

const DAMAGE: [string, (bytes: Buffer) => Buffer][] = [
  ['emptied', () => Buffer.alloc(0)],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['garbled', (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0x55))],
  ['changed in one byte', (bytes) => Buffer.from(bytes.with(bytes.length >> 1, 7))],
];
const damaged = async (path: string, how: (bytes: Buffer) => Buffer): Promise<Buffer> => {
  const right = await readFile(path);
  await writeFile(path, how(right));
  return right;
};

test.each(DAMAGE)('one that was %s in the cache is encoded anew', async (_, how) => {
  const first = open();
  const file = await photo('a.jpg');
  const { key } = await first.describe(file);
  await first.write(key, out);
  await first.save();
  const right = await damaged(join(cacheFolder, `${key}-700.jpg`), how);
  await rm(join(out, '_images'), { recursive: true });
  const next = open();
  await next.describe(file);
  expect(await next.write(key, out)).toBe(4);
  expect(await readFile(join(out, '_images', `${key}-700.jpg`))).toEqual(right);
  expect(await readFile(join(cacheFolder, `${key}-700.jpg`))).toEqual(right);
});

test.each(DAMAGE)('one that was %s in the out folder is put there anew', async (_, how) => {
  const store = open();
  const { key } = await store.describe(await photo('a.jpg'));
  await store.write(key, out);
  const path = join(out, '_images', `${key}-700.jpg`);
  const right = await damaged(path, how);
  expect(await store.write(key, out)).toBe(1);
  expect(await readFile(path)).toEqual(right);
});

test('a folder or a link that has the name of a picture makes room', async () => {
  const store = open();
  const { key } = await store.describe(await photo('a.jpg'));
  await store.write(key, out);
  const [one, two] = [480, 700].map((width) => join(out, '_images', `${key}-${width}.webp`));
  const right = await readFile(String(one));
  await rm(String(one));
  await mkdir(join(String(one), 'x'), { recursive: true });
  await rm(String(two));
  await symlink(join(cacheFolder, `${key}-700.webp`), String(two));
  expect(await store.write(key, out)).toBe(2);
  expect(await readFile(String(one))).toEqual(right);
  expect((await lstat(String(two))).isFile()).toBe(true);
});

test('a cache of which nothing is known is not believed, but the right file stays', async () => {
  const file = await photo('a.jpg');
  const first = open();
  const { key } = await first.describe(file);
  await first.write(key, out);
  await damaged(join(cacheFolder, `${key}-480.webp`), () => Buffer.from('half'));
  const next = open();
  await next.describe(file);
  expect(await next.write(key, out)).toBe(0);
  await rm(join(out, '_images'), { recursive: true });
  expect(await next.write(key, out)).toBe(4);
  expect((await sharp(join(out, '_images', `${key}-480.webp`)).metadata()).width).toBe(480);
});
