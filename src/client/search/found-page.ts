/** A page that is an answer, and what is shown of it. */
import { excerpt, highlight, type Segment } from '../../search/excerpt.ts';
import { normalise } from '../../search/normalise.ts';
import type { QueryPlan } from '../../search/query-plan.ts';
import type { FilterValues, Fragment } from '../../search/search-document.ts';
import { isAnswer, tierOf } from '../../search/verify.ts';

/** Not loaded before it is shown. */
export interface FoundPage {
  fragment(): Promise<Fragment>;
  filterValues(): Promise<FilterValues>;
  /** Ranked after those that came before it, however well it answers: it is of an older part of the index. */
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

/** @returns how well the page answers (see `tierOf`); undefined when it is no answer */
export function tierOfFragment({ content, meta }: Fragment, plan: QueryPlan): number | undefined {
  const texts = { title: normalise(meta.title), text: normalise(content), year: meta.year };
  return isAnswer(texts, plan) ? tierOf(texts, plan) : undefined;
}

export function hitOf({ url, content, meta }: Fragment, older: boolean, { terms }: QueryPlan): Hit {
  const asked = terms.flatMap(({ forms }) => forms.map(({ normalised }) => normalised));
  const { title, column, date, source, article } = meta;
  return {
    url,
    title: highlight(title, asked),
    excerpt: excerpt(content, asked),
    column,
    date,
    source,
    ...(article && { article }),
    older,
  };
}
