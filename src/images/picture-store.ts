/** The files that pictures become: encoded once, and kept in the cache. */
import { join } from 'node:path';
import { removeAbandoned, writeAtomically } from '../system/write-atomically.ts';
import { isWhole, sealOf } from '../system/seal.ts';
import { encode } from './encode.ts';
import { noteUses, removeRenditions } from './forget-pictures.ts';
import type { PictureIndex } from './picture-index.ts';
import { PICTURES_FOLDER, renditionsOf } from './renditions.ts';
import type { Rendition } from './renditions.ts';

/** Its sealing is lost with a build that is killed: so much work at most. */
const SAVE_EVERY_MS = 10_000;

export interface PictureStore {
  /** The files of a picture below the out folder: `_images/3f2a90c1b7de-480.webp`, … */
  filesOf(key: string): string[];
  /**
   * The files in the cache that hold their bytes, by path below the out folder; encoded unless they are there as they once
   * were.
   * @throws ContentChangedError when the original has to be encoded but changed or went
   */
  renditions(key: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Once a day, removes from the cache what no build used for thirty days. Answers the number of files removed.
   * @param keys of the pictures that this build uses
   * @param now by the clock, whatever the site's time is
   */
  prune(keys: Iterable<string>, now: Date): Promise<number>;
  /** Saves the index: see `PictureIndex.save`. */
  save(): Promise<void>;
}

/** @param cacheFolder where renditions are kept between builds, e.g. `.cache/images` */
export function createPictureStore(cacheFolder: string, index: PictureIndex): PictureStore {
  let savedAt = performance.now();

  /** What has no seal is encoded again: a build that is killed must not lose all that it did. */
  async function saveNowAndThen(): Promise<void> {
    if (performance.now() - savedAt < SAVE_EVERY_MS) return;
    savedAt = performance.now();
    await index.save();
  }

  /** The rendition's file in the cache, encoded unless it is there as it once was encoded. */
  async function inCache(rendition: Rendition, original: () => Promise<Buffer>): Promise<string> {
    const cached = join(cacheFolder, rendition.name);
    const seal = index.sealOf(rendition.name);
    if (seal && (await isWhole(cached, seal))) return cached;
    const encoded = await encode(await original(), rendition);
    await writeAtomically(cached, encoded, { isDurable: true });
    index.noteSeal(rendition.name, sealOf(encoded));
    await saveNowAndThen();
    return cached;
  }

  return {
    filesOf: (key) =>
      renditionsOf(index.factsOf(key)).map(({ name }) => `${PICTURES_FOLDER}/${name}`),
    async renditions(key) {
      let bytes: Buffer | undefined;
      const original = async (): Promise<Buffer> => (bytes ??= await index.original(key));
      const files = new Map<string, string>();
      for (const rendition of renditionsOf(index.factsOf(key))) {
        files.set(`${PICTURES_FOLDER}/${rendition.name}`, await inCache(rendition, original));
      }
      return files;
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
