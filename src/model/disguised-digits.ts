/**
 * Digits as people write them so that they are not found, or as a keyboard or a font gave them: of any width and script, in
 * circles, in Chinese characters, with signs between that nobody sees.
 */

export interface PlainText {
  text: string;
  /** The offset in the original of what begins at an offset of `text`, or is its end. */
  from(offset: number): number;
}

/** What is not seen, or belongs to the look of the sign before it. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\u20E3/u;
const SPECIAL = new RegExp(`${UNSEEN.source}|(?![0-9])\\p{Nd}|[Ａ-Ｚａ-ｚ]`, 'gu');

/** With digits, letters, dashes and blanks of any kind as those of ASCII, and without what nobody sees. */
export function plainDigits(text: string): PlainText {
  const dashed = text
    .replaceAll(/[－−—–‐‑]/g, '-')
    .replaceAll(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ');
  let plain = '';
  let last = 0;
  /** Behind each place where the lengths differ: the offset in `plain`, and in the original. */
  const steps: [number, number][] = [];
  for (const { 0: sign, index } of dashed.matchAll(SPECIAL)) {
    const becomes = UNSEEN.test(sign) ? '' : plainSign(sign);
    plain += dashed.slice(last, index) + becomes;
    last = index + sign.length;
    if (becomes.length !== sign.length) steps.push([plain.length, last]);
  }
  if (last === 0) return { text: dashed, from: (offset) => offset };
  plain += dashed.slice(last);
  return { text: plain, from: (offset) => originalOf(steps, offset) };
}

const IS_DIGIT = /\p{Nd}/u;

/** Unicode has the digits of each script in a row, from 0 to 9, and the rows of most apart. */
function plainSign(sign: string): string {
  const same = sign.normalize('NFKC');
  if (/^[\dA-Za-z]$/.test(same)) return same;
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && IS_DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function originalOf(steps: readonly (readonly [number, number])[], offset: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const [plain, original] = steps[low - 1] ?? [0, 0];
  return original + offset - plain;
}

/** Signs that stand for a digit by their meaning; each is one UTF-16 unit. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  [
    '〇零○Ｏ⓪⓿⁰₀',
    '一幺壹①❶➀➊⓵⑴⒈㈠㊀¹₁',
    '二贰②❷➁➋⓶⑵⒉㈡㊁²₂',
    '三叁③❸➂➌⓷⑶⒊㈢㊂³₃',
    '四肆④❹➃➍⓸⑷⒋㈣㊃⁴₄',
    '五伍⑤❺➄➎⓹⑸⒌㈤㊄⁵₅',
    '六陆⑥❻➅➏⓺⑹⒍㈥㊅⁶₆',
    '七柒⑦❼➆➐⓻⑺⒎㈦㊆⁷₇',
    '八捌⑧❽➇➑⓼⑻⒏㈧㊇⁸₈',
    '九玖⑨❾➈➒⓽⑼⒐㈨㊈⁹₉',
  ].flatMap((signs, digit) => [...signs].map((sign): [string, string] => [sign, String(digit)])),
);
const ANY = [...WRITTEN.keys()].join('');
const WRITTEN_SIGN = new RegExp(`[${ANY}]`, 'g');
/** So many in a row are no number that is spoken of: 二〇二六 has four. */
const WRITTEN_RUN = new RegExp(`[\\d${ANY}](?:[ .·_-]{0,2}[\\d${ANY}]){10,}`, 'g');

/** The same text with long rows of written digits in figures; undefined where it has none. Its length is the same. */
export function withWrittenDigits(text: string): string | undefined {
  let isChanged = false;
  const result = text.replaceAll(WRITTEN_RUN, (run) =>
    run.replaceAll(WRITTEN_SIGN, (sign) => {
      isChanged = true;
      return WRITTEN.get(sign) ?? sign;
    }),
  );
  return isChanged ? result : undefined;
}
