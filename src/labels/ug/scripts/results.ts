// 待维吾尔语使用者审校 (to be reviewed by a speaker).
import type { ResultLabels } from '../../script-labels.ts';

export const results: ResultLabels = {
  loading: 'ئىزدەۋاتىدۇ…',
  counting: 'ئالدى بىلەن بۇلارنى كۆرسەتتى، جەمئىي سانىنى ساناۋاتىدۇ…',
  broken: 'ئىزدەش ۋاقتىنچە ئېچىلمىدى، سەل تۇرۇپ قايتا سىناڭ.',
  offline: 'تور ئۈزۈلدى، ئۇلانغاندىن كېيىن ئاپتوماتىك قايتا ئىزدەيدۇ.',
  retry: 'قايتا سىناش',
  marksAlone: 'تىنىش بەلگىسىنى يالغۇز ئىزدىگىلى بولمايدۇ، ئىزدەيدىغان سۆزنى قوشۇڭ.',
  found: (articles) => `${articles} پارچە تېپىلدى`,
  foundWithPages: (articles, pages) => `${articles} پارچە ۋە يەنە ${pages} بەت تېپىلدى`,
  foundAtLeast: (articles) => `${articles} پارچىدىن كۆپ تېپىلدى`,
  uncounted: (found) => `${found}، جەمئىي سانى سانالمىدى`,
  quote: (words) => `«${words.replace(/["«»“”]([^"«»“”]*)["«»“”]/gu, '‹$1›')}»`,
  list: (words) => words.join('، '),
  notes: (notes) => ` (${notes.join('؛ ')})`,
  readAs: (said, date) => `${said} نى ${date} دەپ ئىزدىدى`,
  alsoFound: (others) => `${others} مۇ ئىزدەلدى`,
  cut: (length) => ` (ئىزدەيدىغان سۆز بەك ئۇزۇن، ئالدىنقى ${length} ھەرپلا ئىزدەلدى)`,
  noneInRange: (query) => `تېپىلمىدى: تاللانغان دائىرىدە ${query} بار مەزمۇن يوق.`,
  none: (query) => `${query} بار مەزمۇن تېپىلمىدى. `,
  inNoPage: (terms) => `بۇ بېكەتتە ${terms} بار بەت يوق.`,
  notTogether: 'بۇ سۆزلەر بىر بەتتە بىللە كۆرۈلمىدى.',
  advice: 'خاتا ھەرپ بار-يوقلۇقىنى تەكشۈرۈڭ ياكى ئازراق سۆز يېزىپ قايتا ئىزدەڭ.',
  counted: (label, count) => `${label} (${count})`,
};
