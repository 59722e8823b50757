/** A page that has been verified: it is an answer. */
import { excerpt, highlight, type Segment } from '../../search/excerpt.ts';
import { normalise } from '../../search/normalise.ts';
import type { QueryPlan } from '../../search/query-plan.ts';
import { ARTICLE_FIELD, columnName, dateFromMeta, FILTERS } from '../../search/search-document.ts';
import { isAnswer, tierOf } from '../../search/verify.ts';
import type { PagefindPage } from './pagefind.ts';

export interface FoundPage {
  page: PagefindPage;
  /** See `tierOf`. */
  tier: number;
  /** Ranked after those that came before it, whatever its tier: it is of an older part of the index. */
  older: boolean;
}

/** What is shown of a found page. */
export interface Hit {
  url: string;
  title: Segment[];
  excerpt: Segment[];
  /** The name of the page's own column. */
  column: string;
  /** `2026-03-05`. */
  date: string;
  source: string;
  /** For an attachment: the article that offers it. */
  article?: { url: string; title: string };
  older: boolean;
}

/** @returns undefined when the page is no answer */
export function verify(page: PagefindPage, plan: QueryPlan): Omit<FoundPage, 'older'> | undefined {
  const texts = {
    title: normalise(titleOf(page)),
    text: normalise(textOf(page)),
    year: page.filters[FILTERS.year]?.[0] ?? '',
  };
  return isAnswer(texts, plan) ? { page, tier: tierOf(texts, plan) } : undefined;
}

export function hitOf({ page, older }: FoundPage, { terms }: QueryPlan): Hit {
  const asked = terms.flatMap(({ forms }) => forms.map(({ normalised }) => normalised));
  const [, url, title] = /^(\S+) (.*)$/.exec(page.filters[ARTICLE_FIELD]?.[0] ?? '') ?? [];
  return {
    url: page.url,
    title: highlight(titleOf(page), asked),
    excerpt: excerpt(textOf(page), asked),
    column: columnName(page.filters[FILTERS.column] ?? []),
    date: dateFromMeta(page.meta['date'] ?? ''),
    source: page.filters[FILTERS.source]?.[0] ?? '',
    ...(url && title && { article: { url, title } }),
    older,
  };
}

const titleOf = (page: PagefindPage) => page.meta['title'] ?? '';

/** Pagefind's content begins with the title, ended with a full stop where it has none of its own. */
function textOf(page: PagefindPage): string {
  const title = titleOf(page);
  const { content } = page;
  return content.startsWith(title) ? content.slice(title.length).replace(/^\.?\s+/, '') : content;
}
