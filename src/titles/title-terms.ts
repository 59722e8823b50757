/** The words that a title is not broken within. Browsers of many years run it, so that nothing new of the language is used. */

/** As many as a line of 长者模式 holds in a window of 320 px, with a mark beside them; longer ones break at their words. */
const LONGEST_TERM = 8;
/** The name of a unit, and that of a part of it. */
const PART_OF_UNIT = /.+?(?:自治区|自治州|[省市州县镇局厅]|地区|委员会|中心|政府|$)/gu;
const HAN_TERM = /^\p{Script=Han}{2,}$/u;

/** Terms by the code of their first character. */
export type TermIndex = ReadonlyMap<number, readonly string[]>;

/** What names the unit and the subject of an article; the key of a page that shows its title holds both. */
export interface Titled {
  source: string;
  keywords?: readonly string[] | undefined;
}

const NONE: TermIndex = new Map();
/** A bureau has few sources. */
const unitParts = new Map<string, readonly string[]>();
const MOST_UNITS = 1000;

/** The words of one article alone, as far as they are in the text. */
export function termsOfArticle({ source, keywords = [] }: Titled, text: string): TermIndex {
  const parts = unitParts.get(source) ?? partsOf(source);
  if (unitParts.size >= MOST_UNITS) unitParts.clear();
  unitParts.set(source, parts);
  const words = [...parts, ...keywords].filter((word) => text.includes(word));
  return words.length > 0 ? indexOf(words) : NONE;
}

/** Long ones as the parts of their names. */
export function indexOf(terms: readonly string[]): TermIndex {
  const index = new Map<number, string[]>();
  for (const part of new Set(terms.flatMap(partsOf))) {
    const letter = part.charCodeAt(0);
    const others = index.get(letter);
    if (others) others.push(part);
    else index.set(letter, [part]);
  }
  return index;
}

function partsOf(term: string): string[] {
  const parts = term.length > LONGEST_TERM ? (term.match(PART_OF_UNIT) ?? []) : [term];
  return parts.filter((part) => part.length <= LONGEST_TERM && HAN_TERM.test(part));
}

/** Where terms stand in a text, from–to; they may overlap. */
export function termsIn(text: string, indexes: readonly TermIndex[]): [number, number][] {
  const found: [number, number][] = [];
  for (const index of indexes) {
    if (index.size === 0) continue;
    for (let at = 0; at < text.length - 1; at += 1)
      for (const term of index.get(text.charCodeAt(at)) ?? [])
        if (text.startsWith(term, at)) found.push([at, at + term.length]);
  }
  return found;
}
