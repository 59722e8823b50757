import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPictureIndex } from '../../../src/images/picture-index.ts';
import type { PictureIndex } from '../../../src/images/picture-index.ts';
import { readKept, writeKept } from '../../../src/system/kept-json.ts';
import { aFileMemory } from '../../support/a-file-memory.ts';
import { aFolder, aPhoto, aPlane, anAnimation, gifOf } from './sample-pictures.ts';

let folder: string;
beforeAll(async () => {
  folder = await aFolder();
});

async function given(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** With a memory of files of its own, which is kept nowhere. */
function anIndex(cacheFolder: string): PictureIndex {
  return openPictureIndex(cacheFolder, aFileMemory(join(cacheFolder, 'none')));
}

/** As a camera writes it, then cut off by a broken transfer. */
async function half(whole: Buffer): Promise<Buffer> {
  return whole.subarray(0, Math.floor(whole.length / 2));
}

const jpeg = (): Promise<Buffer> => aPhoto(800, 600).jpeg().toBuffer();
const png = (): Promise<Buffer> => aPhoto(300, 200).png().toBuffer();

/** A PNG whose head claims so many pixels a side. */
async function claimsToBe(side: number): Promise<Buffer> {
  const bytes = Buffer.from(await png());
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

describe('inspect', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>';

  test.for([
    { name: 'good.jpg', bytes: jpeg, fault: undefined },
    { name: 'good.png', bytes: png, fault: undefined },
    { name: 'good.webp', bytes: () => aPhoto(300, 200).webp().toBuffer(), fault: undefined },
    { name: 'good.avif', bytes: () => aPhoto(64, 64).avif().toBuffer(), fault: undefined },
    { name: 'good.tif', bytes: () => aPhoto(64, 64).tiff().toBuffer(), fault: undefined },
    { name: 'good.gif', bytes: () => anAnimation('gif'), fault: undefined },
    { name: 'jpeg-named.png', bytes: jpeg, fault: undefined },
    { name: 'half.jpg', bytes: async () => half(await jpeg()), fault: 'damaged' },
    { name: 'half.png', bytes: async () => half(await png()), fault: 'damaged' },
    { name: 'head.jpg', bytes: async () => (await jpeg()).subarray(0, 60), fault: 'damaged' },
    { name: 'end.jpg', bytes: async () => (await jpeg()).subarray(0, -200), fault: 'damaged' },
    { name: 'text.jpg', bytes: () => '这是一段文字', fault: 'not-a-picture' },
    { name: 'page.png', bytes: () => '<!doctype html><p>404</p>', fault: 'not-a-picture' },
    { name: 'empty.jpg', bytes: () => '', fault: 'not-a-picture' },
    { name: 'drawing.svg', bytes: () => svg, fault: 'not-a-picture' },
    { name: 'svg-named.png', bytes: () => svg, fault: 'not-a-picture' },
    { name: 'paint.bmp', bytes: () => `BM${'\0'.repeat(60)}`, fault: 'not-a-picture' },
    { name: 'bomb.png', bytes: () => claimsToBe(100_000), fault: 'too-large' },
    { name: 'vast.png', bytes: () => aPlane(10_001, 10_000).png().toBuffer(), fault: 'too-large' },
    { name: 'line.png', bytes: () => aPlane(1, 16_384).png().toBuffer(), fault: 'too-narrow' },
    { name: 'tall.png', bytes: () => aPlane(1, 16_383).png().toBuffer(), fault: undefined },
    { name: 'wide.png', bytes: () => aPlane(40_000, 1).png().toBuffer(), fault: undefined },
    { name: 'film.gif', bytes: () => gifOf(3000, 10), fault: undefined },
    { name: 'endless.gif', bytes: () => gifOf(3001, 10), fault: 'too-many-frames' },
    { name: 'cinema.gif', bytes: () => gifOf(101, 1000), fault: 'too-many-frames' },
  ])('$name → $fault', async ({ name, bytes, fault }) => {
    const file = await given(`inspect-${name}`, await bytes());
    expect(await anIndex(join(folder, 'none')).inspect(file)).toBe(fault);
  });

  test('a file that is not there is an error', async () => {
    const index = anIndex(folder);
    await expect(index.inspect(join(folder, 'missing.jpg'))).rejects.toThrow('ENOENT');
  });
});

describe('read', () => {
  test.for([
    { name: 'photo.jpg', bytes: () => aPhoto(300, 200).jpeg().toBuffer(), kind: 'photo' },
    { name: 'photo.png', bytes: () => aPhoto(300, 200).png().toBuffer(), kind: 'photo' },
    { name: 'screenshot.png', bytes: () => aPlane(300, 200).png().toBuffer(), kind: 'drawing' },
    {
      name: 'see-through.png',
      bytes: () => aPlane(300, 200, 0.5).png().toBuffer(),
      kind: 'drawing',
    },
    {
      name: 'opaque-alpha.png',
      bytes: () => aPhoto(300, 200).ensureAlpha().png().toBuffer(),
      kind: 'photo',
    },
    {
      name: 'palette.png',
      bytes: () => aPhoto(300, 200).png({ palette: true }).toBuffer(),
      kind: 'drawing',
    },
    { name: 'still.gif', bytes: () => aPlane(300, 200).gif().toBuffer(), kind: 'drawing' },
    {
      name: 'moving.gif',
      bytes: () => anAnimation('gif'),
      kind: 'animation',
      width: 100,
      height: 80,
    },
  ])('$name is served as $kind', async ({ name, bytes, kind, width = 300, height = 200 }) => {
    const file = await given(`read-${name}`, await bytes());
    expect(await anIndex(join(folder, 'none')).read(file)).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{12}$/),
      width,
      height,
      kind,
    });
  });

  test('width and height are those after the camera’s orientation', async () => {
    const sideways = aPhoto(300, 200).withMetadata({ orientation: 6 }).jpeg();
    const file = await given('sideways.jpg', await sideways.toBuffer());
    expect(await anIndex(folder).read(file)).toMatchObject({ width: 200, height: 300 });
  });

  test('the same bytes have one key, other bytes another', async () => {
    const one = await given('one.jpg', await aPhoto(50, 50).jpeg().toBuffer());
    const same = await given('same.jpg', await readFile(one));
    const other = await given('other.jpg', await aPhoto(50, 50, 9).jpeg().toBuffer());
    const index = anIndex(join(folder, 'none'));
    const [a, b, c] = await Promise.all([index.read(one), index.read(same), index.read(other)]);
    expect(b).toEqual(a);
    expect(c?.key).not.toBe(a?.key);
  });
});

describe('what is remembered', () => {
  test('a file that did not change is not opened again, in this build or the next', async () => {
    const cacheFolder = await aFolder();
    const file = await given('remembered.jpg', await aPhoto(60, 40).jpeg().toBuffer());
    const other = await given('other-remembered.jpg', await aPhoto(70, 40).jpeg().toBuffer());
    await sleep(40);
    const files = aFileMemory(cacheFolder);
    const first = openPictureIndex(cacheFolder, files);
    expect(await first.inspect(file)).toBe(undefined);
    expect(await first.inspect(other)).toBe(undefined);
    const { key } = await first.read(other);
    // Only who opens the file could know that this is not so.
    files.note(file, 'picture', key, await stat(file));
    await Promise.all([first.save(), files.save()]);
    const next = openPictureIndex(cacheFolder, aFileMemory(cacheFolder));
    for (const index of [first, next]) {
      expect(await index.inspect(file)).toBe(undefined);
      expect(await index.read(file)).toMatchObject({ key, width: 70 });
    }
  });

  test('one with the size and the time of another is read again', async () => {
    const cacheFolder = await aFolder();
    const file = await given('exchanged.jpg', await aPhoto(60, 40).jpeg().toBuffer());
    const time = new Date('2026-03-05T10:30:00+08:00');
    await utimes(file, time, time);
    const files = aFileMemory(cacheFolder);
    expect(await openPictureIndex(cacheFolder, files).inspect(file)).toBe(undefined);
    const { size } = await stat(file);
    await writeFile(file, Buffer.alloc(size, 'x'));
    await utimes(file, time, time);
    expect(await openPictureIndex(cacheFolder, files).inspect(file)).toBe('not-a-picture');
  });

  test('a changed file is read again', async () => {
    const file = await given('changing.jpg', await aPhoto(60, 40).jpeg().toBuffer());
    const index = anIndex(join(folder, 'none'));
    expect(await index.read(file)).toMatchObject({ width: 60 });
    await writeFile(file, await aPhoto(90, 40).jpeg().toBuffer());
    expect(await index.read(file)).toMatchObject({ width: 90 });
    await expect(index.inspect(file)).resolves.toBe(undefined);
  });

  test('a fault found by decoding is not forgotten by reading the header again', async () => {
    const cut = (await aPhoto(400, 300).jpeg().toBuffer()).subarray(0, -300);
    const [file, copy] = [await given('cut.jpg', cut), await given('cut-copy.jpg', cut)];
    const index = anIndex(join(folder, 'none'));
    expect(await Promise.all([index.inspect(file), index.read(copy).then(() => 'read')])).toEqual([
      'damaged',
      'read',
    ]);
    expect(await index.read(copy)).toEqual({ key: expect.any(String), fault: 'damaged' });
  });

  test('a broken index file counts as empty', async () => {
    const cacheFolder = await aFolder();
    await writeFile(join(cacheFolder, 'index.json'), '{"recipe":');
    const file = await given('after-crash.jpg', await aPhoto(60, 40).jpeg().toBuffer());
    expect(await anIndex(cacheFolder).read(file)).toMatchObject({ width: 60 });
  });

  test('an index made with another recipe counts as empty', async () => {
    const cacheFolder = await aFolder();
    const file = await given('old-recipe.jpg', await aPhoto(60, 40).jpeg().toBuffer());
    const first = anIndex(cacheFolder);
    const { key } = await first.read(file);
    await first.save();
    expect(anIndex(cacheFolder).factsOf(key)).toMatchObject({ width: 60 });

    const path = join(cacheFolder, 'index.json');
    const stored = readKept(path) as { recipe: string };
    await writeKept(path, { ...stored, recipe: 'other' });
    expect(() => anIndex(cacheFolder).factsOf(key)).toThrow('was never read');
  });
});
