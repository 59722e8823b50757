/** How a stretch of Word's text looks, as far as a page follows it. */
import { raisedText } from '../../markdown/raised-text.ts';
import { SIGNS } from '../../markdown/symbol-font-signs.ts';
import type { Styles } from './styles.ts';
import { at, isOn, valueAt } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

export interface RunFormat {
  isBold: boolean;
  isItalic: boolean;
  isStruck: boolean;
  isUnderlined: boolean;
  isHidden: boolean;
  isCapitals: boolean;
  raised: 'sup' | 'sub' | undefined;
  /** A font of signs: its letters are none. */
  signFont: string | undefined;
  /** Half points. */
  size: number | undefined;
}

/** Fonts whose letters are signs. */
const SIGN_FONT = /^(?:wingdings|webdings|symbol)/i;

/** @param properties `w:rPr` */
export function runFormat(properties: XmlElement | undefined, styles: Styles): RunFormat {
  const style = styles.of(valueAt(properties, 'rStyle'));
  const raised = valueAt(properties, 'vertAlign');
  const underline = valueAt(properties, 'u');
  const fonts = at(properties, 'rFonts')?.attributes;
  const font = fonts?.['ascii'] ?? fonts?.['hAnsi'];
  const size = valueAt(properties, 'sz');
  return {
    isBold: isOn(at(properties, 'b')) ?? style.isBold ?? false,
    isItalic: isOn(at(properties, 'i')) ?? false,
    isStruck: (isOn(at(properties, 'strike')) ?? isOn(at(properties, 'dstrike'))) === true,
    isUnderlined: underline !== undefined && underline !== 'none',
    isHidden: isOn(at(properties, 'vanish')) ?? style.isHidden ?? false,
    isCapitals: isOn(at(properties, 'caps')) === true,
    raised: raised === 'superscript' ? 'sup' : raised === 'subscript' ? 'sub' : undefined,
    signFont: font !== undefined && SIGN_FONT.test(font) ? font : undefined,
    size: size !== undefined && /^\d{1,4}$/.test(size) ? Number(size) : style.size,
  };
}

/** The text of a run as readers of the page see it, and what has to be said of it. */
export function shownText(text: string, format: RunFormat): { text: string; notice?: string } {
  if (format.signFont !== undefined) return signs(text, format.signFont);
  const written = format.isCapitals ? text.toUpperCase() : text;
  // Blanks to be filled in with a pen.
  if (format.isUnderlined && /^\s+$/u.test(written))
    return { text: '_'.repeat(Math.max(4, written.length)) };
  if (!format.raised || written.trim() === '') return { text: written };
  const raised = raisedText(format.raised, written);
  if (raised !== undefined) return { text: raised };
  const name = format.raised === 'sup' ? '上标' : '下标';
  return { text: written, notice: `${name}“${written}”网页上排不出来，按普通文字带入，请改写。` };
}

/** One sign of a sign font. @param code as Word writes it, with or without U+F000 */
export function signOf(code: number, font: string): string | undefined {
  const letter = code & 0xff;
  if (/^symbol/i.test(font) && letter < 0x80)
    return SYMBOL_LETTERS.get(letter) ?? String.fromCodePoint(letter);
  return SIGNS.get(String.fromCodePoint(0xf000 + letter));
}

/** Of the Symbol font what texts about figures use. */
const SYMBOL_LETTERS: ReadonlyMap<number, string> = new Map(
  [...'abgdeqlmprstfcyw'].map((letter, index) => [
    letter.charCodeAt(0),
    'αβγδεθλμπρστφχψω'[index] ?? '',
  ]),
);

function signs(text: string, font: string): { text: string; notice?: string } {
  const shown = [...text].map((letter) =>
    letter.trim() === '' ? letter : (signOf(letter.codePointAt(0) ?? 0, font) ?? ''),
  );
  const unknown = [...text].filter((_, index) => shown[index] === '');
  if (unknown.length === 0) return { text: shown.join('') };
  return {
    text: [...text].map((letter, index) => shown[index] || letter).join(''),
    notice: `符号字体“${font}”里的符号“${unknown.join('')}”认不出来，请换成普通文字。`,
  };
}
