/** Which steps an article's review has: by its column, the nearest column above it that is named, or the entry for all others. */
import type { Column } from '../model/columns.ts';
import type { ColumnReview, ReviewEvent } from '../model/review.ts';
import type { ArticleText } from '../model/article.ts';
import { findColumn } from '../rules/column-checks.ts';
import { hiddenBecause } from '../rules/cross-checks.ts';

export interface ReviewPlan {
  /** The entry for a column as an article names it; undefined where its articles need no review. */
  of(category: string | undefined): ColumnReview | undefined;
}

export function reviewPlan(
  settings: readonly ColumnReview[],
  columns: readonly Column[],
): ReviewPlan {
  const bySlug = new Map<string, ColumnReview>();
  for (const review of settings) {
    const found = review.column === undefined ? undefined : columnNamed(review.column, columns);
    if (found) bySlug.set(found.slug, review);
  }
  const others = settings.find(({ column }) => column === undefined);
  const known = new Map<string, ColumnReview | undefined>();
  return {
    of(category = '') {
      if (settings.length === 0) return undefined;
      if (!known.has(category)) {
        const found = findColumn(category, columns);
        const slug = 'column' in found ? found.column.slug : undefined;
        known.set(category, reviewAbove(slug, bySlug, columns) ?? others);
      }
      return known.get(category);
    },
  };
}

function reviewAbove(
  slug: string | undefined,
  bySlug: ReadonlyMap<string, ColumnReview>,
  columns: readonly Column[],
): ColumnReview | undefined {
  const passed = new Set<string>();
  for (let at = slug; at !== undefined && !passed.has(at);) {
    const review = bySlug.get(at);
    if (review) return review;
    passed.add(at);
    at = columns.find((column) => column.slug === at)?.parent;
  }
  return undefined;
}

/** A column that is named in review.yaml: also one that only holds others. */
export function columnNamed(written: string, columns: readonly Column[]): Column | undefined {
  const found = findColumn(written, columns);
  return 'column' in found
    ? found.column
    : columns.find(({ name, slug }) => name === written || slug === written);
}

/**
 * The steps that an article needs before readers get it; none for what they do not see, what was taken back, and what is older
 * than the rule and was not written at since.
 * @param now the present in Beijing time
 */
export function stepsNeeded(
  text: ArticleText,
  events: readonly ReviewEvent[],
  plan: ReviewPlan,
  now: string,
): readonly string[] {
  const review = plan.of(text.category);
  if (!review || text.withdrawn) return [];
  const hidden = hiddenBecause(text, now);
  return hidden === undefined || hidden === 'future' ? stepsOf(text, events, review) : [];
}

/**
 * The same of what readers do not see yet.
 * @param writtenAt the present, of what is not committed as it is: whatever day it bears, it is written now
 */
export function stepsAhead(
  text: ArticleText,
  events: readonly ReviewEvent[],
  plan: ReviewPlan,
  writtenAt?: string,
): readonly string[] {
  const review = plan.of(text.category);
  return review && !text.withdrawn ? stepsOf(text, events, review, writtenAt) : [];
}

function stepsOf(
  { date = '' }: ArticleText,
  events: readonly ReviewEvent[],
  { reviews, since }: ColumnReview,
  writtenAt = '',
): readonly string[] {
  // A day long past, written upon what is written now, opens no way round.
  const isNew =
    date >= since ||
    writtenAt >= since ||
    events.some(({ did, at }) => did === '写稿' && at >= since);
  return isNew ? reviews : [];
}
