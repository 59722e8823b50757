import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { lookupOf, PictureError } from '../../../src/images/picture-lookup.ts';
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

async function given(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

const photo = async (name: string, seed = 0): Promise<string> =>
  given(name, await aPhoto(700, 500, seed).jpeg().toBuffer());

const open = (): ReturnType<typeof aPictureStore> => aPictureStore(cacheFolder, '/jgsw/');

async function emptied(path: string): Promise<void> {
  await rm(path, { recursive: true });
  await mkdir(path);
}

async function modified(path: string): Promise<number> {
  return (await stat(path)).mtimeMs;
}

describe('describe', () => {
  test('gives a page all it needs and encodes nothing', async () => {
    const store = open();
    const { key, ...picture } = await store.describe(await photo('a.jpg'));
    expect(picture).toEqual({
      width: 700,
      height: 500,
      src: `/jgsw/_images/${key}-480.jpg`,
      srcset: `/jgsw/_images/${key}-480.jpg 480w, /jgsw/_images/${key}-700.jpg 700w`,
      webpSrcset: `/jgsw/_images/${key}-480.webp 480w, /jgsw/_images/${key}-700.webp 700w`,
    });
    await expect(stat(cacheFolder)).rejects.toThrow('ENOENT');
  });

  test('refuses what is not a picture, with the reason', async () => {
    const file = await given('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const failure = await open()
      .describe(file)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PictureError);
    expect(failure).toMatchObject({ file, fault: 'not-a-picture' });
  });

  test('says the same to a thread that renders, of what was read', async () => {
    const store = open();
    const file = await photo('a.jpg');
    const described = await store.describe(file);
    const elsewhere = lookupOf(store.readings(), '/jgsw/');
    expect(await elsewhere.describe(file)).toEqual(described);
    await expect(elsewhere.describe(join(folder, 'b.jpg'))).rejects.toThrow('was not read');
  });
});

describe('write', () => {
  test('puts the files that the page names where the page looks for them', async () => {
    const store = open();
    const { key, height } = await store.describe(await photo('a.jpg'));
    await store.write(key, out);
    expect(store.filesOf(key)).toEqual([
      `_images/${key}-480.webp`,
      `_images/${key}-700.webp`,
      `_images/${key}-480.jpg`,
      `_images/${key}-700.jpg`,
    ]);
    const sizes = await Promise.all(
      store.filesOf(key).map(async (file) => {
        const { format, width, height: rows } = await sharp(join(out, file)).metadata();
        return `${format} ${width}×${rows}`;
      }),
    );
    expect(sizes).toEqual(['webp 480×343', `webp 700×${height}`, 'jpeg 480×343', 'jpeg 700×500']);
    expect((await readdir(join(out, '_images'))).length).toBe(4);
  });

  test('takes from the cache what was encoded before, also in the next build', async () => {
    const file = await photo('a.jpg');
    const first = open();
    const { key } = await first.describe(file);
    await first.write(key, out);
    await first.save();
    const cached = join(cacheFolder, `${key}-480.webp`);
    const before = await modified(cached);

    // With the original gone, nothing could be encoded.
    await rm(file);
    await emptied(out);
    await open().write(key, out);
    expect((await readdir(join(out, '_images'))).length).toBe(4);
    expect(await modified(cached)).toBe(before);
  });

  test('leaves alone what is in the out folder already, and counts what it puts there', async () => {
    const store = open();
    const { key } = await store.describe(await photo('a.jpg'));
    expect(await store.write(key, out)).toBe(4);
    const published = join(out, '_images', `${key}-480.webp`);
    const before = await modified(published);
    expect(await store.write(key, out)).toBe(0);
    await rm(published);
    expect(await store.write(key, out)).toBe(1);
    expect(await modified(published)).not.toBe(before);
  });

  test('two builds with caches of their own give the same bytes', async () => {
    const file = await photo('a.jpg');
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const store = aPictureStore(join(folder, name));
        const { key } = await store.describe(file);
        await mkdir(join(folder, name, 'dist'), { recursive: true });
        await store.write(key, join(folder, name, 'dist'));
        return Promise.all(
          store.filesOf(key).map(async (path) => readFile(join(folder, name, 'dist', path))),
        );
      }),
    );
    expect(one).toEqual(two);
  });

  test('an original that changed or went after its page was made is an error that says so', async () => {
    const store = open();
    const file = await photo('a.jpg');
    const { key } = await store.describe(file);
    await photo('a.jpg', 5);
    const changed = { code: 'ECONTENTCHANGED', path: file };
    await expect(store.write(key, out)).rejects.toMatchObject(changed);
    await rm(file);
    await expect(store.write(key, out)).rejects.toMatchObject(changed);
  });

  test('a key that nobody described is an error', async () => {
    await expect(open().write('0123456789ab', out)).rejects.toThrow('was never read');
  });
});

describe('prune', () => {
  const day = (number: number): Date => new Date(Date.now() + number * 86_400_000);
  const encoded = async (): Promise<string[]> =>
    (await readdir(cacheFolder)).filter((name) => /\.(?:webp|jpg|png)$/.test(name)).toSorted();
  const filesOf = (store: ReturnType<typeof open>, ...keys: string[]): string[] =>
    keys.flatMap((key) => store.filesOf(key).map((file) => file.slice(8))).toSorted();
  /** The next look is a day later, and what was encoded grows older by that. */
  const pass = async (days: number): Promise<void> => {
    for (const name of await readdir(cacheFolder)) {
      const { mtime } = await stat(join(cacheFolder, name));
      const time = new Date(mtime.getTime() - days * 86_400_000);
      await utimes(join(cacheFolder, name), time, time);
    }
  };

  test('removes what no build used for thirty days, and keeps the rest', async () => {
    const store = open();
    const kept = await store.describe(await photo('kept.jpg'));
    const gone = await store.describe(await photo('gone.jpg', 7));
    for (const { key } of [kept, gone]) await store.write(key, out);
    await writeFile(join(cacheFolder, `${gone.key}-480.webp.1f2e.tmp`), 'left by a crash');
    await rm(join(folder, 'gone.jpg'));
    expect(await store.prune([kept.key, gone.key], day(0))).toBe(0);

    await pass(20);
    expect(await store.prune([kept.key], day(0))).toBe(0);
    await pass(20);
    // Used forty days ago, and gone back to now: nothing is encoded again.
    expect(await encoded()).toEqual(filesOf(store, kept.key, gone.key));
    const days = { [kept.key]: today() - 20, [gone.key]: today() - 40 };
    await writeFile(join(cacheFolder, 'uses.json'), JSON.stringify(days));
    await pass(1);
    await store.save();
    const next = open();
    await next.describe(join(folder, 'kept.jpg'));
    expect(await next.prune([kept.key], day(0))).toBe(5);
    expect(await encoded()).toEqual(filesOf(next, kept.key));
    await next.save();
    await expect(open().write(gone.key, out)).rejects.toThrow('was never read');
  });

  test('looks once a day, and keeps what was made of late though no build noted it', async () => {
    const store = open();
    const { key } = await store.describe(await photo('new.jpg'));
    expect(await store.prune([], day(0))).toBe(0);
    await store.write(key, out);
    await pass(40);
    expect(await store.prune([], day(0))).toBe(4);
    expect(await encoded()).toEqual([]);
    await emptied(out);
    await store.write(key, out);
    await pass(1);
    expect(await store.prune([], day(0))).toBe(0);
    expect((await encoded()).length).toBe(4);
  });

  test('a clock that was far ahead keeps nothing for ever, a damaged file of uses counts for none', async () => {
    const store = open();
    const { key } = await store.describe(await photo('a.jpg'));
    await store.write(key, out);
    await store.prune([key], day(0));
    for (const text of [JSON.stringify({ [key]: today() + 4000 }), '{ "half']) {
      await emptied(out);
      await store.write(key, out);
      await writeFile(join(cacheFolder, 'uses.json'), text);
      await pass(40);
      expect(await store.prune([], day(0))).toBe(4);
    }
  });

  function today(): number {
    return Math.floor(Date.now() / 86_400_000);
  }
});
