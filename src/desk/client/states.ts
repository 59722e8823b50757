/** Where an article stands and what can be done with it, in the words of the office. */
import type { ArticleState, DeskIssue, PublishingFacts } from '../api.ts';

export const STATE_WORDS: Readonly<Record<ArticleState, string>> = {
  draft: '草稿',
  new: '未发布',
  changed: '已改未发',
  published: '已发布',
  scheduled: '定时',
  expired: '已过期',
  withdrawn: '已撤下',
  broken: '读不出来',
};

/** What stands on the one button that lets a text leave the desk. */
export const PUBLISH_WORDS: Readonly<Record<PublishingFacts['way'], string>> = {
  'kept-here': '保存到本机',
  pushed: '提交',
  published: '发布',
};

export const LEVEL_WORDS: Readonly<Record<DeskIssue['level'], string>> = {
  stop: '必须改',
  warn: '提醒',
  info: '提示',
};

/** Readers have it, or had it. */
export function wasPublished(state: ArticleState): boolean {
  return state === 'published' || state === 'changed' || state === 'expired';
}
