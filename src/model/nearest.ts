import { closest, distance } from 'fastest-levenshtein';

/** The candidate a mistyped word most likely means, or undefined when none is near (under half of the letters differ). */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(word, candidates);
  const length = Math.max(word.length, best.length);
  return distance(word, best) <= Math.max(1, Math.floor(length * 0.45)) ? best : undefined;
}
