/** Slips of words: typos, and protected phrases with one character wrong. */
import { PROTECTED_PHRASES } from '../../src/rules/text/data/protected-phrases.ts';
import { SAME_SOUNDS } from '../../src/rules/text/data/same-sounds.ts';
import { TYPOS } from '../../src/rules/text/data/typos.ts';
import type { Random } from '../../tests/support/random.ts';

/** Puts a defect into a body; undefined where it has no place for it. */
export type Put = (body: string, random: Random) => string | undefined;

const PHRASES = PROTECTED_PHRASES.trim().split('\n');
const SOUNDS: readonly string[] = [...SAME_SOUNDS.matchAll(/[a-zü]+ (\p{Script=Han}+)/gu)].map(
  ([, signs = '']) => signs,
);
const PAIRS = TYPOS.trim()
  .split('\n')
  .map((line) => line.split(' ') as [wrong: string, right: string])
  .filter(([wrong]) => wrong.length > 1);

/** One phrase of the text with a slip in it. */
function slip(spoil: (phrase: string, random: Random) => string | undefined): Put {
  return (body, random) => {
    const held = PHRASES.filter((phrase) => body.includes(phrase));
    if (held.length === 0) return undefined;
    const phrase = random.pick(held);
    const spoiled = spoil(phrase, random);
    return spoiled === undefined || spoiled === phrase ? undefined : body.replace(phrase, spoiled);
  };
}

const HAN = /\p{Script=Han}/u;
const NUMERAL = /[一二三四五六七八九十]/u;

export const soundsAlike = slip((phrase, random) => {
  const place = random.between(0, phrase.length - 1);
  const alike = SOUNDS.filter((signs) => signs.includes(phrase[place] ?? ' '));
  if (alike.length === 0) return undefined;
  return phrase.slice(0, place) + random.pick([...random.pick(alike)]) + phrase.slice(place + 1);
});

export const swapped = slip((phrase, random) => {
  const place = random.between(0, phrase.length - 2);
  const [one = '', other = ''] = phrase.slice(place);
  if (!HAN.test(one) || !HAN.test(other)) return undefined;
  // 党的二十大 becomes 党的十二大, which was held in 1982: another number, and no slip that a text shows.
  if (NUMERAL.test(one) && NUMERAL.test(other)) return undefined;
  return phrase.slice(0, place) + other + one + phrase.slice(place + 2);
});

/** A right word exchanged for its wrong form. */
export const typo: Put = (body, random) => {
  const held = PAIRS.filter(([, right]) => body.includes(right));
  if (held.length === 0) return undefined;
  const [wrong, right] = random.pick(held);
  return body.replace(right, wrong);
};
