/**
 * A Pagefind bundle that is made for one query of what the index says: pages that may answer, and words that stand for
 * pieces of the query. Pagefind finds in it what it would find in one of its own. The form (1.6) is CBOR behind a signature;
 * files with it need not be compressed.
 */

export interface BundleWord {
  /** Small Latin letters, not the beginning of another's. */
  name: string;
  /** By page, ascending: where it stands there. */
  pages: readonly (readonly [page: number, places: readonly number[]])[];
}

export interface BundleContents {
  /** Pagefind's version. */
  version: string;
  /** How many there are; they are called '0', '1', … */
  pages: number;
  words: readonly BundleWord[];
  /** For each filter, its values and their pages. */
  filters: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** The language that the bundle is in: none, so that Pagefind cuts nothing and stems nothing. */
const BUNDLE_LANGUAGE = 'und';
/** The one order of the bundle's pages: that of their numbers. */
export const BUNDLE_ORDER = 'rank';
/** Pagefind's ranking looks at lengths: all are alike. */
const WORDS_A_PAGE = 100;
const HASH = 'und_0';

/** @returns by path below the bundle's folder */
export function virtualBundle(contents: BundleContents): Map<string, Uint8Array<ArrayBuffer>> {
  const { version, pages, filters } = contents;
  const words = contents.words.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const numbers = Array.from({ length: pages }, (_, page) => page);
  const filterNames = Object.keys(filters);
  const languages = { [BUNDLE_LANGUAGE]: { hash: HASH, wasm: null, page_count: pages } };
  const entry = { version, languages, include_characters: [] };
  const files = new Map([['pagefind-entry.json', new TextEncoder().encode(JSON.stringify(entry))]]);
  const meta: Value = [
    version,
    numbers.map((page): Value => [String(page), WORDS_A_PAGE, '']),
    [[words[0]?.name ?? '', words.at(-1)?.name ?? '', HASH]],
    filterNames.map((name, at): Value => [name, `und_f${at}`]),
    [[BUNDLE_ORDER, numbers]],
    ['title'],
  ];
  files.set(`pagefind.${HASH}.pf_meta`, file(meta));
  const index: Value = words.map(({ name, pages: on }): Value => {
    const gaps = gapsOf(on.map(([page]) => page));
    return [name, on.map(([, places], at): Value => [gaps[at] ?? 0, gapsOf(places), []]), []];
  });
  files.set(`index/${HASH}.pf_index`, file([index]));
  for (const [at, name] of filterNames.entries()) {
    const values = Object.entries(filters[name] ?? {}).map(([value, on]): Value => [value, on]);
    files.set(`filter/und_f${at}.pf_filter`, file([name, values]));
  }
  return files;
}

/** Pagefind writes rising numbers as the first and the differences. */
function gapsOf(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

type Value = number | string | readonly Value[];

const SIGNATURE = 'pagefind_dcd';

function file(value: Value): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(1 << 12);
  let length = 0;
  const room = (more: number) => {
    if (length + more <= bytes.length) return;
    const longer = new Uint8Array((length + more) * 2);
    longer.set(bytes.subarray(0, length));
    bytes = longer;
  };
  const head = (type: number, count: number) => {
    room(5);
    const extra = count < 24 ? 0 : count < 0x100 ? 1 : count < 0x10000 ? 2 : 4;
    bytes[length] = (type << 5) | (extra === 0 ? count : 23 + Math.log2(extra) + 1);
    for (let at = 0; at < extra; at += 1) {
      bytes[length + 1 + at] = count >>> (8 * (extra - 1 - at));
    }
    length += 1 + extra;
  };
  const raw = (text: Uint8Array) => {
    room(text.length);
    bytes.set(text, length);
    length += text.length;
  };
  const write = (value: Value): void => {
    if (typeof value === 'number') head(0, value);
    else if (typeof value === 'string') {
      const text = encoder.encode(value);
      head(3, text.length);
      raw(text);
    } else {
      head(4, value.length);
      for (const item of value) write(item);
    }
  };
  raw(encoder.encode(SIGNATURE));
  write(value);
  return bytes.slice(0, length);
}

const encoder = new TextEncoder();
