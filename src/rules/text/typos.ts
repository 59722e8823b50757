/** Wrong forms of words, where they are words: 民工 in 农民工 is none. */
import type { Rule } from '../../model/rule.ts';
import { isWithinRight } from '../../model/within-right.ts';
import { TYPOS } from './data/typos.ts';
import { FirstCharacters } from './first-characters.ts';
import { exchange } from './text-check.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

export const typoRule: Rule = {
  id: 'text/typo',
  level: 'stop',
  scope: 'text',
  title: '错别字',
  basis: '国办秘函〔2019〕19号：错别字在检查时扣分，严重的单项否决。',
};

const WRONG = new FirstCharacters(
  TYPOS.trim()
    .split('\n')
    .map((line) => {
      const [wrong = '', right = ''] = line.split(' ');
      return [wrong, right] as const;
    }),
);

/** Words of the text beside a hit by which the borders of words are known. */
const BESIDE = 15;

function* typos(words: Words): Generator<Hit> {
  const { text, facts } = words;
  for (const { at, word, entry: right } of WRONG.in(text)) {
    if (isWithinRight(text, at, { wrong: word, right }) || isBureaus(word, facts.bureau.wording))
      continue;
    if (word.length > 1 && crossesWords(words, at, word.length)) continue;
    yield { at, length: word.length, ...exchange(`「${word}」是错别字。`, right) };
  }
}

/** What the bureau's own list says of the word is told by its rule, and what it calls right is right. */
function isBureaus(word: string, wording: Words['facts']['bureau']['wording']): boolean {
  return wording.some(({ wrong, right }) => wrong.includes(word) || right.includes(word));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether the border of a place goes through a word of the text. */
function crossesWords(words: Words, at: number, length: number): boolean {
  const [before, behind] = words.around(at, length, BESIDE);
  const [from, to] = [before.length, before.length + length];
  const text = before + words.text.slice(at, at + length) + behind;
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    if ((index < from && end > from) || (index < to && end > to)) return true;
  }
  return false;
}

export const TYPO_CHECKS: readonly TextCheck[] = [{ rule: typoRule, find: typos }];
