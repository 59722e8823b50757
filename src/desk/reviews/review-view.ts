/** What the page is told of a review: where it stands, who said what, and what this person may do. */
import type { ReviewEvent } from '../../model/review.ts';
import type { ReadArticle } from '../../model/article.ts';
import type { Issue } from '../../model/issue.ts';
import { unreviewedRule } from '../../review/check-review.ts';
import { reviewEvent } from '../../review/may-review.ts';
import type { Reviewer, ReviewedNow, ReviewStep } from '../../review/may-review.ts';
import type { ArticleState, DeskIssue, ListedReview, ReviewStand, ReviewView } from '../api.ts';
import type { SiteReviews } from './desk-reviews.ts';

const STEPS: readonly ReviewStep[] = [
  { did: '送审' },
  { did: '通过' },
  { did: '退回', note: '…' },
  { did: '意见', note: '…' },
  { did: '签发' },
];

/** Of what readers have as it is, nothing is to be reviewed, unless its review is what is missing. */
const UNDER_WAY: readonly ArticleState[] = ['draft', 'new', 'changed'];

/** Whether a text is on its way through its review. @param isUnreviewed readers have it, and its column asks for a review since */
export function isUnderWay(state: ArticleState, isUnreviewed: boolean): boolean {
  return UNDER_WAY.includes(state) || isUnreviewed;
}

/**
 * What is not reviewed yet is no mistake of the text's, and the review says it; of what readers have already nothing else does,
 * and it holds up all others.
 */
export function issuesBesideReview(issues: readonly Issue[], state: ArticleState): Issue[] {
  if (isUnderWay(state, false)) return issues.filter(({ rule }) => rule !== unreviewedRule.id);
  return issues.map((issue) =>
    issue.rule === unreviewedRule.id
      ? { ...issue, level: 'warn', message: `${issue.message}别的稿件因此也发布不了。` }
      : issue,
  );
}

/** Whether an article lacks the review that its column asks for. */
export function isUnreviewed(issues: readonly Issue[]): boolean {
  return issues.some(({ rule }) => rule === unreviewedRule.id);
}

/** @param isUnder `isUnderWay` */
export function listedReview(
  article: ReadArticle,
  isUnder: boolean,
  reviews: SiteReviews,
  person: Reviewer | undefined,
): ListedReview | undefined {
  const events = reviews.eventsOf(article.place);
  if (events.length === 0 || !person) return undefined;
  const isMine = events.some(
    ({ by, did }) => by === person.name && (did === '写稿' || did === '送审'),
  );
  if (!isUnder || !events.some(({ did }) => did === '送审')) {
    return { stand: 'none', isMine, isForMe: false };
  }
  const now = reviews.standing(article);
  const stand = standOf(now);
  const may = mayDo(now, person);
  const isForMe =
    (stand === 'in-review' && may.includes('通过')) ||
    ((stand === 'approved' || stand === 'ready') && may.includes('签发'));
  return { stand, next: now.state.next, isMine, isForMe };
}

/** Whether what is withdrawn is reviewed before readers get it again. */
export function isReviewedAgain(article: ReadArticle, reviews: SiteReviews): boolean {
  const { text } = article;
  if (!text.withdrawn) return false;
  return reviews.stepsOf({ ...article, text: { ...text, withdrawn: undefined } }).length > 0;
}

/** @returns of these columns those in which it would be reviewed */
export function reviewedIn(
  { place, text, lines }: ReadArticle,
  categories: readonly string[],
  reviews: SiteReviews,
): string[] {
  return categories.filter(
    (category) => reviews.stepsOf({ place, lines, text: { ...text, category } }).length > 0,
  );
}

/** Undefined where the article's column asks for no review and nobody is signed in to whom it could be handed. */
export function reviewView(
  now: ReviewedNow,
  isUnder: boolean,
  events: readonly ReviewEvent[],
  person: Reviewer | undefined,
): ReviewView | undefined {
  const { steps, hash } = now;
  if (steps.length === 0 && !person) return undefined;
  const { approvals, next } = now.state;
  return {
    stand: isUnder ? standOf(now) : 'none',
    steps: [...steps],
    approvals: [...approvals],
    next,
    hash,
    may: person && isUnder ? mayDo(now, person) : [],
    history: events.map(({ at, by, did, role, note }) => ({ at, by, did, role, note })),
  };
}

function standOf({ steps, state }: ReviewedNow): ReviewStand {
  if (state.sentBack) return 'sent-back';
  if (steps.length === 0) return state.submitted ? 'ready' : 'none';
  if (!state.submitted) return 'writing';
  return state.next === undefined ? 'approved' : 'in-review';
}

function mayDo(now: ReviewedNow, person: Reviewer): ReviewView['may'] {
  return STEPS.filter((step) => 'did' in reviewEvent(step, person, now)).map(({ did }) => did);
}

/** Remarks since the text was handed in before this, and none of what was issued since; each at its paragraph where that is still there. */
export function remarks(all: readonly ReviewEvent[], source: string): DeskIssue[] {
  const events = all.slice(all.findLastIndex(({ did }) => did === '签发') + 1);
  const lines = source.split('\n');
  const handedIn = events.flatMap(({ did }, index) => (did === '送审' ? [index] : []));
  const isSentBack = events.findLastIndex(({ did }) => did === '退回') > (handedIn.at(-1) ?? -1);
  const since = isSentBack ? handedIn.at(-1) : handedIn.at(-2);
  return events.slice(since ?? 0).flatMap(({ did, by, role, note, quote }) => {
    if (note === undefined || (did !== '意见' && did !== '退回')) return [];
    const found = quote === undefined ? -1 : lines.findIndex((line) => line.includes(quote));
    const who = role === undefined ? by : `${by}（${role}）`;
    const where = quote !== undefined && found === -1 ? `“${quote}…”这一段已经改了。` : '';
    return [
      {
        level: 'info' as const,
        line: found === -1 ? undefined : found + 1,
        message: `${who}${did === '退回' ? '退回' : '的意见'}：${note}`,
        fix: where,
        isRemark: true as const,
      },
    ];
  });
}
