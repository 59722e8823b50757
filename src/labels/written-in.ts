/** What a text is written in, by its own letters: nobody is asked for the language of a title or a name. */
import type { Language } from './languages.ts';

/** Attributes of an element that holds a text in another script than the site's. */
export interface WrittenIn {
  lang: string;
  /** Undefined where the site itself is read from left to right. */
  dir?: 'ltr' | 'rtl' | undefined;
}

/** The high hamza is Kazakh's alone; everything else in Arabic letters is taken for Uyghur. */
const KAZAKH = '\u0674';
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ug'],
  [/\p{Script=Han}/u, 'zh-CN'],
  [/\p{Script=Tibetan}/u, 'bo'],
  [/\p{Script=Mongolian}/u, 'mn'],
];
const FROM_RIGHT_TO_LEFT = ['ug', 'kk'];
const FIRST_LETTER = /\p{L}/u;
/** A text without one of these is in no other script than Chinese, or Latin. */
const OTHER_THAN_CHINESE = /[\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af]/;

/**
 * By the first letter, as a browser's `dir="auto"` goes by it.
 * @param site the language of the page around it
 * @returns undefined for a text in the site's own language, and in Latin letters, of which nobody knows
 */
export function writtenIn(text: string, site: Language): WrittenIn | undefined {
  if (site === 'zh-CN' && !OTHER_THAN_CHINESE.test(text)) return undefined;
  const letter = FIRST_LETTER.exec(text)?.[0] ?? '';
  const found = SCRIPTS.find(([script]) => script.test(letter))?.[1];
  const lang = found === 'ug' && text.includes(KAZAKH) ? 'kk' : found;
  if (lang === undefined || lang === site) return undefined;
  const isRtl = FROM_RIGHT_TO_LEFT.includes(lang);
  if (isRtl) return { lang, dir: 'rtl' };
  return FROM_RIGHT_TO_LEFT.includes(site) ? { lang, dir: 'ltr' } : { lang };
}
