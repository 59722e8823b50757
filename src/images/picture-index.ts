/** Staff's pictures as the build knows them: a file is opened only when it is new or changed. */
import { readFile, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { ContentChangedError } from '../system/content-changed.ts';
import type { FileMemory } from '../system/file-memory.ts';
import { decodes, keyOf, MAX_BYTES, readFacts } from './picture-facts.ts';
import type { PictureFacts, PictureFault, Reading } from './picture-facts.ts';
import { isFinal, rememberedPictures } from './remembered-pictures.ts';
import type { Known } from './remembered-pictures.ts';
import type { Seal } from '../system/seal.ts';

/** Its name in the cache folder. */
const INDEX_FILE = 'index.json';

/** What is remembered of a file that holds a picture: the picture's key. */
export interface PictureFact {
  picture: string;
}

export interface PictureIndex {
  /** What the file's header says. Throws the file system's error when it cannot be read, never for bad bytes. */
  read(file: string): Promise<Reading>;
  /** Decodes the picture to its end and answers what is wrong with it, if anything. Throws as `read` does. */
  inspect(file: string): Promise<PictureFault | undefined>;
  /** What was read so far, by absolute path. */
  readings(): ReadonlyMap<string, Reading>;
  /** The facts of a picture that was read now or in an earlier build. Throws for any other key. */
  factsOf(key: string): PictureFacts;
  /** The bytes of a picture that was read now. @throws ContentChangedError when its file went or changed since */
  original(key: string): Promise<Buffer>;
  /** The seal of a rendition as it was encoded, by its name. */
  sealOf(rendition: string): Seal | undefined;
  noteSeal(rendition: string, seal: Seal): void;
  /** Forgets the pictures that are not among these keys and were not read now. */
  keepOnly(keys: ReadonlySet<string>): void;
  /** Keeps what was learnt of pictures for the next build; what was learnt of files, their memory keeps. */
  save(): Promise<void>;
}

/**
 * @param cacheFolder where the index is kept between builds, e.g. `.cache/images`; need not exist yet
 * @param files what is known of the files that hold pictures
 */
export function openPictureIndex(
  cacheFolder: string,
  files: FileMemory<PictureFact>,
): PictureIndex {
  const remembered = rememberedPictures(join(cacheFolder, INDEX_FILE));
  const readings = new Map<string, Known>();
  const paths = new Map<string, string>();
  const pending = new Map<string, Promise<Known>>();

  /** Answers from memory, or opens the file once however many ask for it at the same time. */
  async function learn(file: string, decode: boolean): Promise<Known> {
    const path = resolve(file);
    const known = await knownOf(path, decode);
    readings.set(path, known);
    if (known.key !== '') paths.set(known.key, path);
    return known;
  }

  async function knownOf(path: string, decode: boolean): Promise<Known> {
    const stats = await stat(path);
    // A pipe would be waited for without end, a disk image would not fit into memory.
    if (!stats.isFile()) return { key: '', fault: 'not-a-picture' };
    if (stats.size > MAX_BYTES) return { key: '', fault: 'too-heavy' };
    const known = files.known(path, stats) === undefined ? undefined : remembers(path, stats);
    if (known && (!decode || isFinal(known))) return known;

    const task = [path, stats.size, stats.mtimeMs, decode].join('\0');
    let opening = pending.get(task);
    if (!opening) {
      opening = open(path, stats, decode).finally(() => pending.delete(task));
      pending.set(task, opening);
    }
    return opening;
  }

  function remembers(path: string, stats: Stats): Known | undefined {
    return remembered.of(files.fact(path, 'picture', stats) ?? '');
  }

  async function open(path: string, stats: Stats, decode: boolean): Promise<Known> {
    const bytes = await readFile(path);
    files.noteBytes(path, stats, bytes);
    const key = keyOf(bytes);
    // The same picture may lie elsewhere, or here under another time, as after a fresh clone.
    let known = remembered.of(key) ?? (await readFacts(bytes));
    if (decode && !isFinal(known)) known = await decoded(known, bytes);
    remembered.note(known);
    files.note(path, 'picture', key, stats);
    return known;
  }

  return {
    read: (file) => learn(file, false),
    async inspect(file) {
      const known = await learn(file, true);
      return 'fault' in known ? known.fault : undefined;
    },
    readings: () => readings,
    factsOf(key) {
      const known = remembered.of(key);
      if (!known || 'fault' in known) throw new Error(`picture ${key} was never read`);
      return known;
    },
    async original(key) {
      const path = paths.get(key);
      if (path === undefined) throw new Error(`the file of picture ${key} is not known`);
      const bytes = await readFile(path).catch(() => undefined);
      if (!bytes || keyOf(bytes) !== key) throw new ContentChangedError(path);
      return bytes;
    },
    sealOf: (rendition) => remembered.sealOf(rendition),
    noteSeal: (rendition, seal) => remembered.noteSeal(rendition, seal),
    keepOnly: (keys) => remembered.keepOnly(new Set([...keys, ...paths.keys()])),
    save: () => remembered.save(),
  };
}

async function decoded(known: Known, bytes: Uint8Array): Promise<Known> {
  if ('fault' in known) return known;
  return (await decodes(bytes))
    ? { ...known, decoded: true }
    : { key: known.key, fault: 'damaged' };
}
