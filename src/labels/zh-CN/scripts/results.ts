import type { ResultLabels } from '../../script-labels.ts';

export const results: ResultLabels = {
  loading: '正在搜索……',
  counting: '先列出这些，正在数一共有多少……',
  broken: '搜索暂时打不开，请稍后再试。',
  offline: '网络断开了，连上以后会自动再搜。',
  retry: '重试',
  marksAlone: '标点和符号不能单独搜索，请加上要找的字。',
  found: (articles) => `找到 ${articles} 篇`,
  foundWithPages: (articles, pages) => `找到 ${articles} 篇，另有 ${pages} 个页面`,
  foundAtLeast: (articles) => `找到 ${articles} 篇以上`,
  uncounted: (found) => `${found}，一共多少没能数出来`,
  // Quotation marks within are single ones (GB/T 15834—2011, 4.8).
  quote: (words) => `“${words.replace(/["“”＂]([^"“”＂]*)["“”＂]/gu, '‘$1’')}”`,
  list: (words) => words.join('、'),
  notes: (notes) => `（${notes.join('；')}）`,
  readAs: (said, date) => `${said}按${date}查找`,
  alsoFound: (others) => `也查找了${others}`,
  cut: (length) => `（要找的字太多，只搜了前${length}个字）`,
  noneInRange: (query) => `没有找到：所选范围里没有含有${query}的内容。`,
  none: (query) => `没有找到含有${query}的内容。`,
  inNoPage: (terms) => `本站没有含有${terms}的页面。`,
  notTogether: '这些词没有同时出现在一个页面里。',
  advice: '请检查有没有错字，或者少写几个字再搜。几个词之间要加空格。',
  counted: (label, count) => `${label}（${count}）`,
};
