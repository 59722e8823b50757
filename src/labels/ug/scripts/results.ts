// 待维吾尔语使用者审校 (to be reviewed by a speaker).

export const language = 'ug';
export const loading = 'ئىزدەۋاتىدۇ…';
export const counting = 'ئالدى بىلەن بۇلارنى كۆرسەتتى، جەمئىي سانىنى ساناۋاتىدۇ…';
export const broken = 'ئىزدەش ۋاقتىنچە ئېچىلمىدى، سەل تۇرۇپ قايتا سىناڭ.';
export const offline = 'تور ئۈزۈلدى، ئۇلانغاندىن كېيىن ئاپتوماتىك قايتا ئىزدەيدۇ.';
export const retry = 'قايتا سىناش';
export const marksAlone = 'تىنىش بەلگىسىنى يالغۇز ئىزدىگىلى بولمايدۇ، ئىزدەيدىغان سۆزنى قوشۇڭ.';
export const found = (articles: number): string => `${articles} پارچە تېپىلدى`;
export const foundWithPages = (articles: number, pages: number): string =>
  `${articles} پارچە ۋە يەنە ${pages} بەت تېپىلدى`;
export const foundAtLeast = (articles: number): string => `${articles} پارچىدىن كۆپ تېپىلدى`;
export const uncounted = (some: string): string => `${some}، جەمئىي سانى سانالمىدى`;
export const figures = (text: string): string => text.replace(/\d+(?:-\d+)+/g, '\u2066$&\u2069');
export const quote = (words: string): string =>
  `«${words.replace(/["«»“”]([^"«»“”]*)["«»“”]/gu, '‹$1›')}»`;
export const list = (words: readonly string[]): string => words.join('، ');
export const notes = (all: readonly string[]): string => ` (${all.join('؛ ')})`;
export const readAs = (said: string, date: string): string => `${said} نى ${date} دەپ ئىزدىدى`;
export const alsoFound = (others: string): string => `${others} مۇ ئىزدەلدى`;
export const cut = (length: number): string =>
  ` (ئىزدەيدىغان سۆز بەك ئۇزۇن، ئالدىنقى ${length} ھەرپلا ئىزدەلدى)`;
export const noneInRange = (query: string): string =>
  `تېپىلمىدى: تاللانغان دائىرىدە ${query} بار مەزمۇن يوق.`;
export const none = (query: string): string => `${query} بار مەزمۇن تېپىلمىدى. `;
export const notWorded = (query: string): string =>
  `ھېچقايسى بەتنىڭ تېكىستىدە ${query} يېزىلمىغان.`;
export const nothingOf = (dates: string): string => `${dates}: ماقالە ئېلان قىلىنمىغان.`;
export const asksForPhone = /تېلېفون/u;
export const inNoPage = (terms: string): string => `بۇ بېكەتتە ${terms} بار بەت يوق.`;
export const notTogether = 'بۇ سۆزلەر بىر بەتتە بىللە كۆرۈلمىدى.';
export const advice = 'خاتا ھەرپ بار-يوقلۇقىنى تەكشۈرۈڭ ياكى ئازراق سۆز يېزىپ قايتا ئىزدەڭ.';
export const counted = (label: string, count: number): string => `${label} (${count})`;
