/**
 * How a normalised text is cut into the words of the index, one for each place of the text, so that a phrase of them
 * is found exactly where the text stands: Pagefind alone cuts Chinese by dictionary, and its cuts depend on the
 * characters around.
 *
 * The word of a Han character is its bigram with the next (机关, 关事), or itself where its run ends; of a number, the
 * number with a mark of its own. At the border of a number and a Han character a word also holds the two together
 * (3月, 月5), since bare small numbers are on nearly every page.
 */
import { kindOf, normalise, type CharacterKind } from './normalise.ts';

/** What is asked of the index for a term. */
export interface TermTokens {
  /** Each a row of tokens that must follow one another; a page must hold all rows. */
  phrases: string[][];
  /** One word each, of which the text may hold more: 局 in 局长, `gov` in `government`. */
  beginnings: string[];
  /** A page that holds them holds the term: nothing else of it is left to be looked for in the text. */
  proves: boolean;
}

/** A longer row would only load more of the index. */
const LONGEST_PHRASE = 24;
/** A letter that no text has: Pagefind must not take a single digit for too short a word. */
const NUMBER = 'ǂ';
/** Pagefind puts what stands on both sides of it at the same place, and the two together. */
const SAME_PLACE = '/';

/** The words of a text (normalised), in its order. */
export function indexWords(text: string): string[] {
  const runs = runsOf(text);
  return runs.flatMap((run, at) => {
    const next = runs[at + 1];
    const joined = next && !next.apart ? next : undefined;
    if (run.kind === 'digit') {
      const word = NUMBER + run.text;
      return joined?.kind === 'han'
        ? [word + SAME_PLACE + run.text + firstOf(joined.text)]
        : [word];
    }
    if (run.kind === 'letter') return [run.text];
    const last = lastOf(run.text);
    const end = joined?.kind === 'digit' ? last + SAME_PLACE + last + joined.text : last;
    return [...bigramsOf(run.text), end];
  });
}

/** The number that a word of the index is of, or is of with a Han character after it. */
export function numberIn(word: string): string | undefined {
  return /^ǂ?(\p{Nd}+)/u.exec(word)?.[1];
}

/** The Han characters of a text (normalised), each once, by which it is found with a query of one character. */
export function singleCharacters(text: string): string[] {
  return [...new Set([...text].filter((char) => kindOf(char) === 'han'))];
}

/**
 * A row goes on over punctuation, which has no place in the index, but for the end of a Han run: its word, a single
 * character, is on nearly every page.
 *
 * @param term normalised
 */
export function tokensOf(term: string): TermTokens {
  const runs = runsOf(term);
  const rows: string[][] = [[]];
  const beginnings: string[] = [];
  for (const [at, run] of runs.entries()) {
    const before = run.apart ? undefined : runs[at - 1];
    const next = runs[at + 1];
    const joined = next && !next.apart ? next : undefined;
    const row = rows.at(-1) ?? [];
    if (run.kind === 'han') {
      row.push(...bigramsOf(run.text));
      if (joined?.kind === 'digit') row.push(lastOf(run.text) + joined.text);
      else {
        const isSingle = run.text === firstOf(run.text);
        // After a number it is with that: 5日.
        if (isSingle && before?.kind !== 'digit') beginnings.push(run.text);
        rows.push([]);
      }
    } else if (run.kind === 'digit') {
      if (joined?.kind === 'han') row.push(run.text + firstOf(joined.text));
      else if (next ?? before?.kind !== 'han') row.push(NUMBER + run.text);
    } else if (next) row.push(run.text);
    else beginnings.push(run.text);
  }
  const phrases = rows.filter(({ length }) => length > 0);
  const isUnbroken = [...term].every((char) => ['han', 'digit'].includes(kindOf(char)));
  return {
    phrases: phrases.map((row) => row.slice(0, LONGEST_PHRASE)),
    // A single character is asked for only when there is nothing else: nearly every page has some of its words.
    beginnings:
      phrases.length > 0 ? beginnings.filter((word) => kindOf(word) !== 'han') : beginnings,
    proves: isUnbroken && phrases.every(({ length }) => length <= LONGEST_PHRASE),
  };
}

/** The tokens by which the presence map knows a page. */
export function presenceTokens(title: string, text: string): Set<string> {
  const tokens = new Set<string>();
  for (const word of [title, text].flatMap((it) => indexWords(normalise(it)))) {
    for (const token of word.split(SAME_PLACE)) tokens.add(token);
    if (kindOf(word) === 'letter' && !word.startsWith(NUMBER)) tokens.add(beginningOf(word));
  }
  return tokens;
}

/** What the presence map can be asked for a beginning; undefined for one that may begin too many words. */
export function presenceTokenOf(beginning: string): string | undefined {
  return [...beginning].length < BEGINNING ? undefined : beginningOf(beginning);
}

/** Letters by which the presence map knows what a word begins with. */
const BEGINNING = 3;
const beginningOf = (word: string) => `${[...word].slice(0, BEGINNING).join('')}…`;

interface Run {
  kind: Exclude<CharacterKind, 'other'>;
  text: string;
  /** Something that is no word (punctuation, a space) stands before it, or nothing. */
  apart: boolean;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let apart = true;
  for (const char of text) {
    const kind = kindOf(char);
    const run = runs.at(-1);
    if (kind !== 'other' && run?.kind === kind && !apart) run.text += char;
    else if (kind !== 'other') runs.push({ kind, text: char, apart });
    apart = kind === 'other';
  }
  return runs;
}

function bigramsOf(run: string): string[] {
  const chars = [...run];
  return chars.slice(1).map((char, at) => `${chars[at] ?? ''}${char}`);
}

const firstOf = (text: string) => [...text][0] ?? '';
const lastOf = (text: string) => [...text].at(-1) ?? '';
