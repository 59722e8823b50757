export const meant = (query: string): string => `是不是要找${query}？`;
export const withoutMarks = '去掉标点再搜';
export const without = (terms: string): string => `去掉${terms}再搜`;
export const withoutFilters = '不限栏目、年份和来源再搜';
