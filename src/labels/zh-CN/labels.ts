/** 中文：网页上给读者看的文字。 */
import type { Labels } from '../labels.ts';
import { finding, withdrawn } from './finding.ts';
import { frame } from './frame.ts';
import { lists, register, topics } from './lists.ts';
import { article, body, consultation, document, files } from './texts.ts';

export const chinese: Labels = {
  language: { tag: 'zh-CN', direction: 'ltr', locale: 'zh_CN', feedTag: 'zh-cn' },
  words: {
    list: (names) => names.join('、'),
    between: '、',
    comma: '，',
    // GB/T 15834: 〈〉 within 《》.
    title: (title) =>
      /^《[^《》]*》$/.test(title)
        ? title
        : `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`,
    aside: (words) => `（${words}）`,
    figure: (text) => text,
    partOf: (site, part) => site + part,
  },
  dates: {
    year: (year) => `${year}年`,
    month: (month) => `${month}月`,
    monthOfYear: (year, month) => `${year}年${month}月`,
    day: (year, month, day) => `${year}年${month}月${day}日`,
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
