/** What an inspector takes a column for: by its name, as one who sees the site alone does, and by its 栏目类别. */
import type { ColumnNode } from '../../site/column-tree.ts';

/** 动态、要闻类: two weeks. */
export const NEWS_DAYS = 14;
/** 通知公告、政策文件类: months. */
export const NOTICE_MONTHS = 6;

const NEWS_NAME = /动态|要闻|新闻/;
const NEWS_TYPE = '政务动态类';
const NOTICE_NAME = /通知|公告|公示|政策|法规|文件/;
const NOTICE_TYPE = /通知公告|政策/;

/** By its name, or one of the news columns that the bureau itself bounds to two weeks. */
export function isNews({ column }: ColumnNode): boolean {
  const { name, type, updateDays } = column;
  return NEWS_NAME.test(name) || (type === NEWS_TYPE && (updateDays ?? Infinity) <= NEWS_DAYS);
}

export function isNotice({ column }: ColumnNode): boolean {
  return NOTICE_NAME.test(column.name) || NOTICE_TYPE.test(column.type ?? '');
}

/** 一级栏目: only these count for six months. */
export function isFirstLevel({ parent }: ColumnNode): boolean {
  return parent === undefined;
}
