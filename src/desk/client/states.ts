/** Where an article stands and what can be done with it, in the words of the office. */
import type {
  ArticleState,
  DeskFacts,
  DeskIssue,
  ListedReview,
  OpenArticle,
  PublishingFacts,
  ReviewStand,
} from '../api.ts';

export const STATE_WORDS: Readonly<Record<ArticleState, string>> = {
  draft: '草稿',
  new: '未发布',
  changed: '已改未发',
  waiting: '等合并',
  published: '已发布',
  scheduled: '定时',
  expired: '已过期',
  withdrawn: '已撤下',
  broken: '读不出来',
};

export const STAND_WORDS: Readonly<Record<ReviewStand, string>> = {
  none: '',
  writing: '没有送审',
  'in-review': '审核中',
  'sent-back': '退回',
  approved: '审完，等签发',
};

/** `等二审`: how a review stands in a list, where it says more than the article's own state. */
export function wordsOfReview({ stand, next }: ListedReview): string | undefined {
  if (stand === 'in-review') return `等${next ?? ''}`;
  return stand === 'approved' || stand === 'sent-back' ? STAND_WORDS[stand] : undefined;
}

/** What stands on the one button that lets a text leave the desk. */
const PUBLISH_WORDS: Readonly<Record<PublishingFacts['way'], string>> = {
  'kept-here': '保存到本机',
  pushed: '提交',
  published: '发布',
};

export const LEVEL_WORDS: Readonly<Record<DeskIssue['level'], string>> = {
  stop: '必须改',
  warn: '提醒',
  info: '提示',
};

/** What is reviewed is issued, whichever way it goes then. */
export function wordsOfPublishing({ review }: OpenArticle, { way }: PublishingFacts): string {
  return review === undefined ? PUBLISH_WORDS[way] : '签发';
}

/** Whether the one who is here may change texts: on one's own machine one may. */
export function mayWrite({ me }: Pick<DeskFacts, 'me'>): boolean {
  return me?.roles.includes('编辑') ?? true;
}

/** Readers have it, or had it. */
export function wasPublished(state: ArticleState): boolean {
  return state === 'published' || state === 'changed' || state === 'expired';
}
