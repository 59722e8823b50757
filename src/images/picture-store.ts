/** Pictures on their way into the site: described for pages, encoded once into the cache, put into the out folder. */
import { access, mkdir, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Picture } from '../model/body.ts';
import { encode } from './encode.ts';
import { linkOrCopy } from './link-or-copy.ts';
import type { PictureFault } from './picture-facts.ts';
import { INDEX_FILE, openPictureIndex } from './picture-index.ts';
import type { PictureIndex } from './picture-index.ts';
import { PICTURES_FOLDER, pictureOf, renditionsOf } from './renditions.ts';
import { writeAtomically } from './write-atomically.ts';

/** Thrown by `describe` for a file that `PictureIndex.inspect` would have reported. */
export class PictureError extends Error {
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
   * Puts a picture's files into the out folder, encoding those that the cache lacks; what is there already stays.
   * The key may come from an earlier build with the same cache.
   * @throws Error for a key that is not known, and when the original has to be encoded but changed or went
   */
  write(key: string, outFolder: string): Promise<void>;
  /** The same for many, as many at a time as there are cores. `progress` hears the number done after each. */
  writeAll(
    keys: Iterable<string>,
    outFolder: string,
    progress?: (done: number) => void,
  ): Promise<void>;
  /** Removes from the cache what belongs to none of these keys. Answers the number of files removed. */
  prune(keys: Iterable<string>): Promise<number>;
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

  async function write(key: string, outFolder: string): Promise<void> {
    const folder = join(outFolder, PICTURES_FOLDER);
    await mkdir(folder, { recursive: true });
    await mkdir(cacheFolder, { recursive: true });
    let bytes: Buffer | undefined;
    for (const rendition of renditionsOf(index.factsOf(key))) {
      const target = join(folder, rendition.name);
      if (await exists(target)) continue;
      const cached = join(cacheFolder, rendition.name);
      if (!(await exists(cached))) {
        bytes ??= await index.original(key);
        await writeAtomically(cached, await encode(bytes, rendition));
      }
      await linkOrCopy(cached, target);
    }
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
    async writeAll(keys, outFolder, progress) {
      const queue = new Set(keys).values();
      let done = 0;
      // The lanes share one iterator: each takes the next key when it is free.
      const lane = async (): Promise<void> => {
        for (const key of queue) {
          await write(key, outFolder);
          done += 1;
          progress?.(done);
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, lane));
    },
    async prune(keys) {
      const used = new Set(keys);
      index.keepOnly(used);
      const unused = (await namesIn(cacheFolder)).filter(
        (name) => name !== INDEX_FILE && !used.has(name.slice(0, name.indexOf('-'))),
      );
      for (const name of unused) await rm(join(cacheFolder, name), { force: true });
      return unused.length;
    },
    save: () => index.save(),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
