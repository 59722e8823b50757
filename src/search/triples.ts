/**
 * What the presence map knows of closed years beside single words: three Han characters in a row, and two numbers in a
 * row (〔2017〕47号). Where each word of a long term is in every shard, few shards have all of these. There are many of
 * them, so the newest year, which changes daily, does without.
 */
import { kindOf, normalise } from './normalise.ts';
import { indexWords, numberIn } from './tokens.ts';

/** All triples of a page. */
export function presenceTriples(title: string, text: string): Set<string> {
  return new Set([title, text].flatMap((it) => triplesIn(indexWords(normalise(it)))));
}

/** The triples in a row of words that follow one another (`indexWords`, or a phrase of `tokensOf`). */
export function triplesIn(words: readonly string[]): string[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? '';
    const [first, second] = [numberIn(before), numberIn(word)];
    if (first !== undefined && second !== undefined) return [`${first} ${second}`];
    // A pair overlaps with the one after it; a run ends with a word of one character.
    return isPair(before) && isPair(word) ? [before + word.slice(firstOf(word).length)] : [];
  });
}

function isPair(word: string): boolean {
  const chars = [...word];
  return chars.length === 2 && chars.every((char) => kindOf(char) === 'han');
}

const firstOf = (word: string) => [...word][0] ?? '';
