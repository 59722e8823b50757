/**
 * ئۇيغۇرچە: تور بەتتىكى ئوقۇرمەنلەرگە كۆرسىتىلىدىغان خەتلەر.
 * 待维吾尔语使用者审校：本文件夹里的全部文字。To be reviewed by a speaker: all words of this folder.
 */
import type { Labels } from '../labels.ts';
import { finding, withdrawn } from './finding.ts';
import { frame } from './frame.ts';
import { lists, register, topics } from './lists.ts';
import { article, body, consultation, document, files } from './texts.ts';

export const uyghur: Labels = {
  language: { tag: 'ug', direction: 'rtl', locale: 'ug_CN', feedTag: 'ug' },
  words: {
    list: (names) => names.join('، '),
    between: '، ',
    comma: '، ',
    title: (title) =>
      /^«[^«»]*»$/.test(title) ? title : `«${title.replaceAll('«', '‹').replaceAll('»', '›')}»`,
    aside: (words) => ` (${words})`,
    // Isolated: a letter before it would turn it around.
    figure: (text) => `\u2066${text}\u2069`,
    partOf: (site, part) => `${site} – ${part}`,
  },
  dates: {
    year: (year) => `${year}-يىل`,
    month: (month) => `${month}-ئاي`,
    monthOfYear: (year, month) => `${year}-يىل ${month}-ئاي`,
    day: (year, month, day) => `${year}-يىل ${month}-ئاينىڭ ${day}-كۈنى`,
  },
  frame,
  lists,
  topics,
  register,
  article,
  document,
  consultation,
  body,
  files,
  finding,
  withdrawn,
};
