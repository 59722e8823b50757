/** Staff's pictures as the build knows them: a file is opened only when it is new or changed. */
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ContentChangedError } from '../system/content-changed.ts';
import { decodes, keyOf, MAX_BYTES, readFacts } from './picture-facts.ts';
import type { PictureFacts, PictureFault, Reading } from './picture-facts.ts';
import { isFinal, rememberedPictures } from './remembered-pictures.ts';
import type { Known, Stamp } from './remembered-pictures.ts';
import type { Seal } from '../system/seal.ts';

/** Its name in the cache folder. */
const INDEX_FILE = 'index.json';

export interface PictureIndex {
  /** What the file's header says. Throws the file system's error when it cannot be read, never for bad bytes. */
  read(file: string): Promise<Reading>;
  /** Decodes the picture to its end and answers what is wrong with it, if anything. Throws as `read` does. */
  inspect(file: string): Promise<PictureFault | undefined>;
  /** The facts of a picture that was read now or in an earlier build. Throws for any other key. */
  factsOf(key: string): PictureFacts;
  /** The bytes of such a picture. @throws ContentChangedError when its file went or changed since it was read */
  original(key: string): Promise<Buffer>;
  /** The seal of a rendition as it was encoded, by its name. */
  sealOf(rendition: string): Seal | undefined;
  noteSeal(rendition: string, seal: Seal): void;
  /** Forgets the pictures that are not among these keys and whose files are gone. */
  keepOnly(keys: ReadonlySet<string>): void;
  /** Keeps what was learnt for the next build. Called by the process that owns the cache; worker threads only read. */
  save(): Promise<void>;
}

/** @param cacheFolder where the index is kept between builds, e.g. `.cache/images`; need not exist yet */
export function openPictureIndex(cacheFolder: string): PictureIndex {
  const remembered = rememberedPictures(join(cacheFolder, INDEX_FILE));
  const pending = new Map<string, Promise<Known>>();

  /** Answers from memory, or opens the file once however many ask for it at the same time. */
  async function learn(file: string, decode: boolean): Promise<Known> {
    const path = resolve(file);
    const stats = await stat(path);
    const { size, mtimeMs } = stats;
    // A pipe would be waited for without end, a disk image would not fit into memory.
    if (!stats.isFile()) return { key: '', fault: 'not-a-picture' };
    if (size > MAX_BYTES) return { key: '', fault: 'too-heavy' };
    const known = remembered.at(path, { size, mtimeMs });
    if (known && (!decode || isFinal(known))) return known;

    const task = [path, size, mtimeMs, decode].join('\0');
    let opening = pending.get(task);
    if (!opening) {
      opening = open(path, { size, mtimeMs }, decode).finally(() => pending.delete(task));
      pending.set(task, opening);
    }
    return opening;
  }

  async function open(path: string, stamp: Stamp, decode: boolean): Promise<Known> {
    const bytes = await readFile(path);
    // The same picture may lie elsewhere, or here under another time, as after a fresh clone.
    let known = remembered.of(keyOf(bytes)) ?? (await readFacts(bytes));
    if (decode && !isFinal(known)) known = await decoded(known, bytes);
    remembered.note(path, stamp, known);
    return known;
  }

  return {
    read: (file) => learn(file, false),
    async inspect(file) {
      const known = await learn(file, true);
      return 'fault' in known ? known.fault : undefined;
    },
    factsOf(key) {
      const known = remembered.of(key);
      if (!known || 'fault' in known) throw new Error(`picture ${key} was never read`);
      return known;
    },
    async original(key) {
      const path = remembered.pathOf(key);
      if (path === undefined) throw new Error(`the file of picture ${key} is not known`);
      const bytes = await readFile(path).catch(() => undefined);
      if (!bytes || keyOf(bytes) !== key) throw new ContentChangedError(path);
      return bytes;
    },
    sealOf: (rendition) => remembered.sealOf(rendition),
    noteSeal: (rendition, seal) => remembered.noteSeal(rendition, seal),
    keepOnly: (keys) => remembered.keepOnly(keys),
    save: () => remembered.save(),
  };
}

async function decoded(known: Known, bytes: Uint8Array): Promise<Known> {
  if ('fault' in known) return known;
  return (await decodes(bytes))
    ? { ...known, decoded: true }
    : { key: known.key, fault: 'damaged' };
}
