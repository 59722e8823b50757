import type { OtherSearchLabels } from '../../script-labels.ts';

export const otherSearches: OtherSearchLabels = {
  meant: (query) => `是不是要找${query}？`,
  withoutMarks: '去掉标点再搜',
  without: (terms) => `去掉${terms}再搜`,
  withoutFilters: '不限栏目、年份和来源再搜',
};
