/** What is known of pictures already seen, kept in one JSON file so that the next build hashes and decodes nothing again. */
import { existsSync, readFileSync } from 'node:fs';
import { RECIPE } from './encode.ts';
import type { Reading } from './picture-facts.ts';
import type { Seal } from '../system/seal.ts';
import { writeAtomically } from '../system/write-atomically.ts';

/** By what a file is told apart from its former self: bytes, and milliseconds since 1970. */
export interface Stamp {
  size: number;
  mtimeMs: number;
}

/** A reading, and whether the picture was decoded to its end without a fault. */
export type Known = Reading & { decoded?: true };

/** Nothing more can be learnt: there is a fault, or decoding found none. */
export function isFinal(known: Known): boolean {
  return 'fault' in known || known.decoded === true;
}

export interface RememberedPictures {
  /** What is known of a file that has not changed since it was noted. */
  at(path: string, stamp: Stamp): Known | undefined;
  of(key: string): Known | undefined;
  /** A file that holds the picture, as last noted. */
  pathOf(key: string): string | undefined;
  /** Notes what was learnt from a file; knowing less than before changes nothing. */
  note(path: string, stamp: Stamp, known: Known): void;
  /** The seal of a rendition as it was encoded, by its name. */
  sealOf(rendition: string): Seal | undefined;
  noteSeal(rendition: string, seal: Seal): void;
  /** Forgets the pictures that are not among these keys and whose files are gone. */
  keepOnly(keys: ReadonlySet<string>): void;
  /** Writes the file if anything changed. Of two processes the later one wins; what is lost is only read again. */
  save(): Promise<void>;
}

interface Stored {
  /** Another recipe means other keys: then nothing here holds any more. */
  recipe: string;
  /** Path → [size, mtimeMs, key]. */
  files: Record<string, [number, number, string]>;
  /** By key, apart from the files: a fresh clone has new times but the same pictures. */
  pictures: Record<string, Known>;
  /** By the names of renditions. */
  seals: Record<string, Seal>;
}

/** Opens the JSON file; a missing, damaged or outdated one counts as empty. */
export function rememberedPictures(jsonFile: string): RememberedPictures {
  const stored = readStored(jsonFile);
  const files = new Map(Object.entries(stored?.files ?? {}));
  const pictures = new Map(Object.entries(stored?.pictures ?? {}));
  const seals = new Map(Object.entries(stored?.seals ?? {}));
  const paths = new Map([...files].map(([path, [, , key]]) => [key, path]));
  let changed = false;

  return {
    at(path, { size, mtimeMs }) {
      const [knownSize, knownTime, key] = files.get(path) ?? [];
      const same = knownSize === size && knownTime === mtimeMs;
      return same && key !== undefined ? pictures.get(key) : undefined;
    },
    of: (key) => pictures.get(key),
    pathOf: (key) => paths.get(key),
    note(path, { size, mtimeMs }, known) {
      files.set(path, [size, mtimeMs, known.key]);
      paths.set(known.key, path);
      if (!pictures.has(known.key) || isFinal(known)) pictures.set(known.key, known);
      changed = true;
    },
    sealOf: (rendition) => seals.get(rendition),
    noteSeal(rendition, seal) {
      seals.set(rendition, seal);
      changed = true;
    },
    keepOnly(keys) {
      const kept = new Set(keys);
      for (const [path, [, , key]] of files) {
        if (existsSync(path)) kept.add(key);
        else if (!keys.has(key)) changed = files.delete(path);
      }
      for (const key of pictures.keys()) if (!kept.has(key)) changed = pictures.delete(key);
      for (const name of seals.keys()) {
        if (!kept.has(name.slice(0, name.indexOf('-')))) changed = seals.delete(name);
      }
      for (const key of paths.keys()) if (!kept.has(key)) paths.delete(key);
    },
    async save() {
      if (!changed) return;
      changed = false;
      const content: Stored = {
        recipe: RECIPE,
        files: Object.fromEntries(files),
        pictures: Object.fromEntries(pictures),
        seals: Object.fromEntries(seals),
      };
      await writeAtomically(jsonFile, JSON.stringify(content));
    },
  };
}

function readStored(jsonFile: string): Stored | undefined {
  try {
    const stored = JSON.parse(readFileSync(jsonFile, 'utf8')) as Stored;
    return stored.recipe === RECIPE ? stored : undefined;
  } catch {
    return undefined;
  }
}
