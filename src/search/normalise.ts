/**
 * The one form in which texts and queries are compared: NFKC, lower case, dashes alike, without quotation
 * marks, brackets, middle dots and spaces. So `“三新”要求` is `三新要求`, `国办发〔2017〕47号` is
 * `国办发[2017]47号`, and 库尔班江·萨迪克 is found with or without its dot.
 */
export function normalise(text: string): string {
  const folded = new Uint16Array(text.length);
  let length = 0;
  let gap = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = foldOf(text.charCodeAt(at));
    // A mark belongs to the character before it.
    const isMarked = at + 1 < text.length && foldOf(text.charCodeAt(at + 1)) === NOT_ALONE;
    if (unit === NOT_ALONE || isMarked) return normaliseWithOrigins(text).text;
    if (unit === WITHIN_WORD) continue;
    if (unit === NOTHING) {
      gap = true;
      continue;
    }
    if (gap && length > 0 && mayNeedGap(folded[length - 1] ?? 0, unit)) {
      return normaliseWithOrigins(text).text;
    }
    folded[length] = unit;
    length += 1;
    gap = false;
  }
  let normalised = '';
  for (let from = 0; from < length; from += CHUNK) {
    normalised += String.fromCharCode(...folded.subarray(from, Math.min(length, from + CHUNK)));
  }
  return normalised;
}

/** So many units are made a string at once: they are arguments of a call. */
const CHUNK = 4096;

/** What a unit becomes by itself. */
const UNKNOWN = 0;
const NOTHING = -1;
/** Nothing, and no gap between words either. */
const WITHIN_WORD = -3;
/** It is a mark, half of a rare character, or becomes several: the slow way knows how. */
const NOT_ALONE = -2;
const folds = new Int32Array(0x10000);

function foldOf(unit: number): number {
  const known = folds[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const char = String.fromCharCode(unit);
  const folded = /[\p{M}\p{Cs}]/u.test(char) ? '' : foldCluster(char);
  const fold =
    folded.length !== 1
      ? NOT_ALONE
      : JOINING.test(folded)
        ? WITHIN_WORD
        : DROPPED.test(folded)
          ? NOTHING
          : folded.charCodeAt(0);
  folds[unit] = fold === UNKNOWN ? NOT_ALONE : fold;
  return folds[unit];
}

function mayNeedGap(before: number, after: number): boolean {
  return needGap(String.fromCharCode(before), String.fromCharCode(after));
}

/** A normalised text and where each of its UTF-16 units came from in the written one. */
export interface NormalisedText {
  text: string;
  /** `starts[i]` to `ends[i]` are the written characters that became unit `i`. */
  starts: number[];
  ends: number[];
}

/** Normalises and remembers the origins, so that a match can be marked in the text's own form. */
export function normaliseWithOrigins(written: string): NormalisedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let last = '';
  let gap = false;
  const push = (char: string, start: number, end: number) => {
    for (let unit = 0; unit < char.length; unit += 1) {
      units.push(char.charAt(unit));
      starts.push(start);
      ends.push(end);
    }
    last = char;
  };
  for (const { 0: cluster, index } of written.matchAll(CLUSTER)) {
    for (const char of foldCluster(cluster)) {
      if (JOINING.test(char)) continue;
      if (DROPPED.test(char)) {
        gap = true;
        continue;
      }
      if (gap && needGap(last, char)) push(' ', index, index);
      push(char, index, index + cluster.length);
      gap = false;
    }
  }
  return { text: units.join(''), starts, ends };
}

/** A character with its combining marks: composing across two of them changes nothing that is searched for. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
/** Spaces, invisible characters, quotation marks, brackets, middle dots (U+00B7 and its look-alikes). */
const DROPPED = /[\s\p{Cf}\p{Variation_Selector}\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`<>·•‧∙⋅・]/u;
/** What stretches or parts the letters of an Arabic word: it is one word with or without. */
const JOINING = /[\u0640\u200c\u200d]/;
/** Letters of other keyboards, which look the same as the Uyghur ones: kaf, and the i without dots. */
const OTHER_KEYBOARDS = /[\u06a9\u06cc]/g;
const DASH = /\p{Pd}/gu;
/** U+301C, which typists use for ～; Unicode counts it among the dashes. */
const WAVE = /〜/g;

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && cluster >= '一' && cluster <= '鿿') return cluster; // most of a Chinese text
  const folded = cluster.normalize('NFKC').toLowerCase().replace(WAVE, '~').replace(DASH, '-');
  return folded.replace(OTHER_KEYBOARDS, (letter) => (letter === '\u06a9' ? '\u0643' : '\u0649'));
}

/** Two numbers or two words stay apart (`〔2017〕47号` must not become 201747号); all other gaps close. */
function needGap(before: string, after: string): boolean {
  const kind = kindOf(after);
  return (kind === 'digit' || kind === 'letter') && kind === kindOf(before);
}

/** What a character is to the search: each kind is cut into tokens in its own way. */
export type CharacterKind = 'han' | 'digit' | 'letter' | 'other';

export function kindOf(char: string): CharacterKind {
  if (HAN.test(char)) return 'han';
  if (DIGIT.test(char)) return 'digit';
  return LETTER.test(char) ? 'letter' : 'other';
}

const HAN = /^\p{Script=Han}/u;
const DIGIT = /^\p{Nd}/u;
const LETTER = /^[\p{L}\p{M}\p{N}]/u;
