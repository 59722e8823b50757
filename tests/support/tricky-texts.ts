/** Short normalised texts that are made of what is hard to search: runs of every kind beside one another. */
import { normalise } from '../../src/search/normalise.ts';
import type { Random } from './random.ts';

const PIECES = [
  '机关 事务 机 局 长江经济带 三 月 日 年 号 万 亿元',
  '3 5 15 2026 05 3.5 20% 3月5日 03月05日 2026年3月5日',
  '2026-03-05 2026/3/5 2026.3.5 -03-05 11月5日 〔2017〕47号',
  '2026/03/05 2026.03.05 2026/03.05 2026-3-05 2026年03月 2026年3月 2026.3 2026-13-05 2026/3/50',
  'gb gov government a c919 GB/T covid-19 é Россия 한국',
  '， 。 、 —— · （ “ % ~ / . - \u3000 \n',
  '𠮷 㐂 々 ā 😀',
].flatMap((row) => row.split(' '));

/** @param pieces how many pieces it has */
export function trickyText(random: Random, pieces: number): string {
  return normalise(Array.from({ length: pieces }, () => random.pick(PIECES)).join(''));
}

/** A piece of a text, which may begin and end anywhere. */
export function pieceOf(random: Random, text: string, longest: number): string {
  const length = random.between(1, longest);
  const start = random.between(0, Math.max(0, text.length - length));
  return normalise(text.slice(start, start + length));
}
