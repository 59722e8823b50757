/**
 * Words with the variety of real texts: a made archive of a hundred words tells nothing of an index of grams. 12,000 words of
 * one to four of the 3,755 common characters, and 40,000 phrases of them; characters, words and phrases are as unevenly used
 * as in real texts (Zipf's law). Measured against 19,589 pieces of news of 524 characters: 880 grams in a text, and 116 different ones in the archive for each; here 940 and 117.
 */
import { usualCharacters } from '../../src/search/character-sets.ts';
import { seededRandom } from '../../tests/support/random.ts';
import type { Random } from '../../tests/support/random.ts';

const COMMON = 3755;
const WORDS = 12_000;
const PHRASES = 40_000;
/** Words that one text comes back to, and how much of it is made of them. */
const THEME = 40;
const OF_THEME = 0.35;

/** Draws the words of a text. */
export type DrawWord = () => string;

let known: { words: string[]; phrases: string[] } | undefined;

/** @returns for each text a source of words of its own */
export function wordsOfText(random: Random): DrawWord {
  known ??= vocabulary();
  const { words, phrases } = known;
  const any = () =>
    random.next() < 0.25
      ? (words[byZipf(random, WORDS, 20)] ?? '')
      : (phrases[byZipf(random, PHRASES, 40)] ?? '');
  const theme = Array.from({ length: THEME }, any);
  return () => (random.next() < OF_THEME ? (theme[byZipf(random, THEME, 3)] ?? '') : any());
}

function vocabulary(): { words: string[]; phrases: string[] } {
  const random = seededRandom(40);
  const characters = [...usualCharacters()].slice(0, COMMON);
  const shuffled = characters
    .map((char) => [random.next(), char] as const)
    .toSorted(([a], [b]) => a - b);
  const common = shuffled.map(([, char]) => char);
  const lengths = [1, 2, 2, 2, 2, 2, 2, 3, 3, 4];
  const found = new Set<string>();
  while (found.size < WORDS) {
    const length = random.pick(lengths);
    found.add(Array.from({ length }, () => common[byZipf(random, COMMON, 60)] ?? '').join(''));
  }
  const words = [...found];
  const phrases = Array.from({ length: PHRASES }, () => {
    const length = random.between(2, 3);
    return Array.from({ length }, () => words[byZipf(random, WORDS, 20)] ?? '').join('');
  });
  return { words, phrases };
}

/** A place below `count`, the first ones more often: the r-th about as 1 / (r + shift). */
function byZipf(random: Random, count: number, shift: number): number {
  return Math.min(count - 1, Math.floor(shift * ((count / shift + 1) ** random.next() - 1)));
}
