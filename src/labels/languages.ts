/** The languages that a site can speak to its readers in: one a site. */

export const LANGUAGES = ['zh-CN', 'ug'] as const;

/** Tag of BCP 47; the name of the folder with its labels. */
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'zh-CN';

export interface LanguageFacts {
  tag: Language;
  direction: 'ltr' | 'rtl';
  /** As Open Graph writes it. */
  locale: string;
  /** As RSS 2.0 writes it. */
  feedTag: string;
}
