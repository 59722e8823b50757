/**
 * Protected phrases (固定表述) with one slip: a character for one that sounds alike, two exchanged, one lost or too many.
 * Whatever the slip, one half of the phrase is whole: halves are looked for, and the other half is compared beside them.
 */
import type { Rule } from '../../model/rule.ts';
import { ENTERED } from '../../model/waiver-words.ts';
import { ORDINARY_PHRASES, ORDINARY_WORDS, PROTECTED_PHRASES } from './data/protected-phrases.ts';
import { SAME_SOUNDS } from './data/same-sounds.ts';
import { FirstCharacters } from './first-characters.ts';
import type { Hit, TextCheck } from './text-check.ts';
import type { Words } from './words.ts';

export const protectedPhraseRule: Rule = {
  id: 'text/protected-phrase',
  level: 'stop',
  scope: 'text',
  title: '写错的固定表述',
  basis: '国办秘函〔2019〕19号：党和国家机构名称、重要表述写错，单项否决。',
};

type Slip = 'sound' | 'other' | 'swap' | 'lost' | 'extra';

interface Half {
  phrase: string;
  /** Where it begins in the phrase; undefined for the whole with the two characters of its middle exchanged. */
  from?: number;
}

const PHRASES = PROTECTED_PHRASES.trim().split('\n');
const KNOWN = new Set(PHRASES);
const LOOSE = new Set(ORDINARY_PHRASES.trim().split('\n'));
const ORDINARY = new Set(ORDINARY_WORDS.trim().split('\n'));
/** Of a shorter phrase any other character makes another word. */
const LONG = 7;

type Halves = FirstCharacters<Half>;

function halvesOf(phrases: readonly string[]): Halves {
  return new FirstCharacters<Half>(
    phrases.flatMap((phrase) => {
      const middle = Math.ceil(phrase.length / 2);
      return [
        [phrase.slice(0, middle), { phrase, from: 0 }],
        [phrase.slice(middle), { phrase, from: middle }],
        // Of this slip no half is whole.
        [exchanged(phrase, middle - 1), { phrase }],
      ];
    }),
  );
}

const HALVES = halvesOf(PHRASES);
/** Of the phrases of a bureau's own list, which is the same for all of its texts. */
const OWN_HALVES = new WeakMap<readonly string[], Halves>();

function ownHalves(phrases: readonly string[]): Halves {
  const known = OWN_HALVES.get(phrases) ?? halvesOf(phrases);
  OWN_HALVES.set(phrases, known);
  return known;
}

function* slips({ text, facts }: Words): Generator<Hit> {
  const { phrases } = facts.bureau;
  yield* slipsOf(HALVES, text, []);
  if (phrases.length > 0) yield* slipsOf(ownHalves(phrases), text, phrases);
}

/** @param own the phrases that are looked for beside the engine's */
function* slipsOf(halves: Halves, text: string, own: readonly string[]): Generator<Hit> {
  const told = new Set<number>();
  for (const { at, word, entry } of halves.in(text)) {
    const { phrase } = entry;
    const found = slipAt(text, at, word, entry);
    if (!found || told.has(found.at)) continue;
    const written = text.slice(found.at, found.at + found.length);
    if (own.includes(written)) continue;
    if (!isSlip(found.kind, written, phrase, text, found.at)) continue;
    told.add(found.at);
    yield {
      at: found.at,
      length: found.length,
      message: `「${written}」和固定表述「${phrase}」${found.kind === 'swap' ? '有两个字颠倒了' : '差一个字'}。`,
      fix: `核对：是「${phrase}」的，改过来；本来就是别的意思的，换一种说法，或者${ENTERED}。`,
      ...(found.kind !== 'sound' && found.kind !== 'swap' && { level: 'warn' as const }),
    };
  }
}

interface Found {
  at: number;
  length: number;
  kind: Slip;
}

function slipAt(text: string, at: number, word: string, { phrase, from }: Half): Found | undefined {
  if (from === undefined) return { at, length: word.length, kind: 'swap' };
  if (at >= from && text.startsWith(phrase, at - from)) return undefined;
  return from === 0 ? slipBehind(text, at, word, phrase) : slipBefore(text, at, word, phrase);
}

/** A phrase with the characters at a place and behind it exchanged. */
function exchanged(phrase: string, place: number): string {
  const [one = '', other = ''] = phrase.slice(place);
  return phrase.slice(0, place) + other + one + phrase.slice(place + 2);
}

/** The first half is whole: what follows is compared with the second. */
function slipBehind(text: string, at: number, half: string, phrase: string): Found | undefined {
  const rest = phrase.slice(half.length);
  const start = at + half.length;
  const kind = slipOf(text.slice(start, start + rest.length + 1), rest);
  return kind && { at, length: half.length + lengthOf(kind, rest), kind };
}

/** The second half is whole: what stands before is compared with the first, from its end. */
function slipBefore(text: string, at: number, half: string, phrase: string): Found | undefined {
  const rest = phrase.slice(0, phrase.length - half.length);
  const before = text.slice(Math.max(0, at - rest.length - 1), at);
  const kind = slipOf(reversed(before), reversed(rest));
  if (!kind) return undefined;
  const length = lengthOf(kind, rest);
  return { at: at - length, length: length + half.length, kind };
}

function lengthOf(kind: Slip, rest: string): number {
  return rest.length + (kind === 'extra' ? 1 : kind === 'lost' ? -1 : 0);
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
}

/** @param written one character longer than `right`, as far as there is text; what is whole is no slip */
function slipOf(written: string, right: string): Slip | undefined {
  let same = 0;
  while (same < right.length && written[same] === right[same]) same += 1;
  if (same === right.length || written.length < right.length - 1) return undefined;
  const behind = right.slice(same + 1);
  const [first = '', second = ''] = written.slice(same);
  if (written.startsWith(behind, same + 1)) {
    if (soundsLike(first, right[same] ?? '')) return 'sound';
    // At either end another character makes another word: 机关事务管理部门.
    return behind === '' ? undefined : 'other';
  }
  if (
    first === right[same + 1] &&
    second === right[same] &&
    written.startsWith(right.slice(same + 2), same + 2)
  )
    return 'swap';
  // At its end nothing shows that a character is missing there.
  if (behind !== '' && written.startsWith(behind, same)) return 'lost';
  return written.startsWith(right.slice(same), same + 1) ? 'extra' : undefined;
}

const HAN = /^\p{Script=Han}$/u;
const COUNTS = /[一二三四五六七八九十]/u;
const NUMBER = /^(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])$/u;

/** Whether the numerals at a place say a number: 党的十二大 is another congress than 党的二十大, 党的二四大 is none. */
function isNumber(written: string, index: number): boolean {
  const before = /[一二三四五六七八九十]*$/u.exec(written.slice(0, index))?.[0] ?? '';
  const [from = ''] = /^[一二三四五六七八九十]*/u.exec(written.slice(index)) ?? [];
  return NUMBER.test(before + from);
}

/** Many slips of a phrase are other good words: what its kind and the phrase say of that. */
function isSlip(kind: Slip, written: string, phrase: string, text: string, at: number): boolean {
  if (KNOWN.has(written) || ORDINARY.has(written) || written.includes('\n')) return false;
  const index = [...phrase].findIndex((sign, place) => sign !== written[place]);
  const [sign = '', right = ''] = [written[index], phrase[index]];
  if (kind === 'extra' ? !HAN.test(sign) : !HAN.test(right)) return false;
  if (kind !== 'lost' && !HAN.test(sign)) return false;
  const isCount = COUNTS.test(sign) && (kind !== 'swap' || COUNTS.test(right));
  if (kind !== 'lost' && isCount && isNumber(written, index)) return false;
  // 共铸中华民族共同体意识: a verb of another kind.
  if (kind === 'lost' && index === 1 && /[共同齐再]/u.test(text[at - 1] ?? '')) return false;
  if (kind === 'sound' || kind === 'swap') return !isOtherPhrase(text, at, written);
  if (LOOSE.has(phrase) || phrase.length < LONG) return false;
  return kind !== 'extra' || !/[的原副各新是为]/u.test(sign);
}

/** Whether what was found is a piece of another phrase, which is whole: 全国人大常委会 in 省人大常委会. */
function isOtherPhrase(text: string, at: number, written: string): boolean {
  return PHRASES.some((phrase) => {
    const place = phrase.indexOf(written);
    return place >= 0 && text.startsWith(phrase, at - place);
  });
}

const SOUNDS = new Map<string, string>();
for (const [, syllable = '', signs = ''] of SAME_SOUNDS.matchAll(/([a-zü]+) (\p{Script=Han}+)/gu))
  for (const sign of signs) SOUNDS.set(sign, `${SOUNDS.get(sign) ?? ''} ${syllable} `);

function soundsLike(one: string, other: string): boolean {
  const sounds = SOUNDS.get(other);
  return (SOUNDS.get(one) ?? '')
    .split(' ')
    .some((sound) => sound !== '' && sounds?.includes(` ${sound} `));
}

export const PROTECTED_CHECKS: readonly TextCheck[] = [{ rule: protectedPhraseRule, find: slips }];
