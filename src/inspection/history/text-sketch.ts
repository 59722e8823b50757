/** How much two texts have in common, from a few numbers kept of each: what was written anew has nothing. */
import { hash } from 'node:crypto';

/** Letters in a piece: three are seldom the same by chance. */
const PIECE = 3;
/** Numbers that are kept. */
const KEPT = 32;
/** Of what is in both sketches: below it the texts are different ones. */
const LITTLE = 0.1;

/** The smallest numbers of all its pieces; none of a text without letters. */
export function sketchOf(text: string): number[] {
  const letters = [...text.replaceAll(/[^\p{L}\p{N}]/gu, '')];
  const numbers = new Set<number>();
  const last = Math.max(1, letters.length - PIECE + 1);
  for (let at = 0; at < last && letters.length > 0; at += 1) {
    const piece = letters.slice(at, at + PIECE).join('');
    numbers.add(Number.parseInt(hash('md5', piece).slice(0, 8), 16));
  }
  return [...numbers].toSorted((a, b) => a - b).slice(0, KEPT);
}

/** Whether nothing of one text is in the other, or hardly anything. */
export function areDifferent(a: readonly number[], b: readonly number[]): boolean {
  const all = [...new Set([...a, ...b])].toSorted((x, y) => x - y).slice(0, KEPT);
  if (all.length === 0) return false;
  const common = all.filter((number) => a.includes(number) && b.includes(number));
  return common.length / all.length < LITTLE;
}
