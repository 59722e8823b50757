/** What is known of pictures already seen, kept in one JSON file so that the next build decodes and encodes nothing again. */
import { RECIPE } from './encode.ts';
import type { Reading } from './picture-facts.ts';
import { readKept, writeKept } from '../system/kept-json.ts';
import type { Seal } from '../system/seal.ts';

/** A reading, and whether the picture was decoded to its end without a fault. */
export type Known = Reading & { decoded?: true };

/** Nothing more can be learnt: there is a fault, or decoding found none. */
export function isFinal(known: Known): boolean {
  return 'fault' in known || known.decoded === true;
}

export interface RememberedPictures {
  of(key: string): Known | undefined;
  /** Notes what was learnt; knowing less than before changes nothing. */
  note(known: Known): void;
  /** The seal of a rendition as it was encoded, by its name. */
  sealOf(rendition: string): Seal | undefined;
  noteSeal(rendition: string, seal: Seal): void;
  /** Forgets the pictures that are not among these keys. */
  keepOnly(keys: ReadonlySet<string>): void;
  /** Writes the file if anything changed. Of two processes the later one wins; what is lost is only read again. */
  save(): Promise<void>;
}

interface Stored {
  /** Another recipe means other keys: then nothing here holds any more. */
  recipe: string;
  /** By key: a fresh clone has new times but the same pictures. */
  pictures: [key: string, Known][];
  /** By the names of renditions. */
  seals: [rendition: string, Seal][];
}

/** Opens the JSON file; a missing, damaged or outdated one counts as empty. */
export function rememberedPictures(jsonFile: string): RememberedPictures {
  const kept = readKept(jsonFile) as Stored | undefined;
  const isOurs = kept?.recipe === RECIPE;
  const pictures = new Map(isOurs ? kept.pictures : []);
  const seals = new Map(isOurs ? kept.seals : []);
  let changed = false;

  return {
    of: (key) => pictures.get(key),
    note(known) {
      if (pictures.has(known.key) && !isFinal(known)) return;
      pictures.set(known.key, known);
      changed = true;
    },
    sealOf: (rendition) => seals.get(rendition),
    noteSeal(rendition, seal) {
      seals.set(rendition, seal);
      changed = true;
    },
    keepOnly(keys) {
      for (const key of pictures.keys()) if (!keys.has(key)) changed = pictures.delete(key);
      for (const name of seals.keys()) {
        if (!keys.has(name.slice(0, name.indexOf('-')))) changed = seals.delete(name);
      }
    },
    async save() {
      if (!changed) return;
      changed = false;
      const content: Stored = { recipe: RECIPE, pictures: [...pictures], seals: [...seals] };
      await writeKept(jsonFile, content);
    },
  };
}
