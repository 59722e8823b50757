/** Pictures on their way into the site: described for pages, encoded once into the cache, put into the out folder. */
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Picture } from '../model/body.ts';
import { removeAbandoned, writeAtomically } from '../system/write-atomically.ts';
import { encode } from './encode.ts';
import { noteUses, removeRenditions } from './forget-pictures.ts';
import type { PictureFault } from './picture-facts.ts';
import { openPictureIndex } from './picture-index.ts';
import type { PictureIndex } from './picture-index.ts';
import { putCopy } from './put-copy.ts';
import { PICTURES_FOLDER, pictureOf, renditionsOf } from './renditions.ts';
import type { Rendition } from './renditions.ts';
import { isWhole, sealOf } from '../system/seal.ts';

/** Its sealing is lost with a build that is killed: so much work at most. */
const SAVE_EVERY_MS = 10_000;

/** Thrown by `describe` for a file that `PictureIndex.inspect` would have reported. */
export class PictureError extends Error {
  // The checks have refused such a file: it was exchanged since.
  readonly code = 'ECONTENTCHANGED';
  readonly file: string;
  readonly fault: PictureFault;

  constructor(file: string, fault: PictureFault) {
    super(`${file} cannot be published: ${fault}`);
    this.name = 'PictureError';
    this.file = file;
    this.fault = fault;
  }
}

export interface PictureStore {
  /**
   * What a page needs of the picture in a file; nothing is decoded or encoded.
   * @throws PictureError when its header shows that it cannot be published; the file system's error when it is not there
   */
  describe(file: string): Promise<Picture & { key: string }>;
  /** Every picture described by this store, sorted. */
  keys(): string[];
  /** The files of a picture below the out folder: `_images/3f2a90c1b7de-480.webp`, … */
  filesOf(key: string): string[];
  /**
   * Puts a picture's files into the out folder, encoding those that the cache lacks or holds damaged; what is there
   * already and whole stays. The key may come from an earlier build with the same cache.
   * @param by what tells that a file of the out folder is whole
   * @returns the number of files that were put there
   * @throws Error for a key that is not known
   * @throws ContentChangedError when the original has to be encoded but changed or went
   */
  write(key: string, outFolder: string, by?: 'size' | 'bytes'): Promise<number>;
  /** The same for many, as many at a time as there are cores. `progress` hears the number done after each. */
  writeAll(
    keys: Iterable<string>,
    outFolder: string,
    options?: { progress?: (done: number) => void; by?: 'size' | 'bytes' },
  ): Promise<number>;
  /**
   * Once a day, removes from the cache what no build used for thirty days. Answers the number of files removed.
   * @param keys of the pictures that this build uses
   * @param now by the clock, whatever the site's time is
   */
  prune(keys: Iterable<string>, now: Date): Promise<number>;
  /** Saves the index: see `PictureIndex.save`. */
  save(): Promise<void>;
}

/**
 * @param options.cacheFolder where renditions are kept between builds, e.g. `.cache/images`
 * @param options.base the site's base path, with a slash at both ends
 * @param options.index what the checks have learnt already; opened from the cache folder if not given
 */
export function createPictureStore(options: {
  cacheFolder: string;
  base: string;
  index?: PictureIndex;
}): PictureStore {
  const { cacheFolder, base, index = openPictureIndex(cacheFolder) } = options;
  const described = new Set<string>();
  let savedAt = performance.now();

  async function write(key: string, outFolder: string, by?: 'size' | 'bytes'): Promise<number> {
    const folder = join(outFolder, PICTURES_FOLDER);
    await mkdir(folder, { recursive: true });
    let bytes: Buffer | undefined;
    const original = async (): Promise<Buffer> => (bytes ??= await index.original(key));
    let written = 0;
    for (const rendition of renditionsOf(index.factsOf(key))) {
      const target = join(folder, rendition.name);
      const seal = index.sealOf(rendition.name);
      if (seal && (await isWhole(target, seal, by ?? 'size'))) continue;
      const cached = await inCache(rendition, original);
      // Just encoded, its seal is known now: a build that was killed may have put the file there.
      const made = index.sealOf(rendition.name);
      if (!seal && made && (await isWhole(target, made, 'bytes'))) continue;
      await putCopy(cached, target);
      written += 1;
    }
    return written;
  }

  /** The rendition's file in the cache, encoded unless it is there as it once was encoded. */
  async function inCache(rendition: Rendition, original: () => Promise<Buffer>): Promise<string> {
    const cached = join(cacheFolder, rendition.name);
    const seal = index.sealOf(rendition.name);
    if (seal && (await isWhole(cached, seal, 'bytes'))) return cached;
    const encoded = await encode(await original(), rendition);
    await writeAtomically(cached, encoded, { isDurable: true });
    index.noteSeal(rendition.name, sealOf(encoded));
    await saveNowAndThen();
    return cached;
  }

  /** What has no seal is encoded again: a build that is killed must not lose all that it did. */
  async function saveNowAndThen(): Promise<void> {
    if (performance.now() - savedAt < SAVE_EVERY_MS) return;
    savedAt = performance.now();
    await index.save();
  }

  return {
    async describe(file) {
      const reading = await index.read(file);
      if ('fault' in reading) throw new PictureError(file, reading.fault);
      described.add(reading.key);
      return { ...pictureOf(reading, base), key: reading.key };
    },
    keys: () => [...described].toSorted(),
    filesOf: (key) =>
      renditionsOf(index.factsOf(key)).map(({ name }) => `${PICTURES_FOLDER}/${name}`),
    write,
    async writeAll(keys, outFolder, { progress, by } = {}) {
      const queue = new Set(keys).values();
      let done = 0;
      let written = 0;
      // The lanes share one iterator: each takes the next key when it is free.
      const lane = async (): Promise<void> => {
        for (const key of queue) {
          const count = await write(key, outFolder, by);
          written += count;
          done += 1;
          progress?.(done);
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, lane));
      return written;
    },
    async prune(keys, now) {
      await removeAbandoned(cacheFolder);
      const used = await noteUses(cacheFolder, keys, now);
      if (!used) return 0;
      index.keepOnly(used);
      return removeRenditions(cacheFolder, used, now);
    },
    save: () => index.save(),
  };
}
