/** A page that is an answer, and what is shown of it. */
import { excerpt, highlight, type Segment } from '../../search/excerpt.ts';
import { isPublishedOn } from '../../search/date-forms.ts';
import { normalise } from '../../search/normalise.ts';
import type { QueryPlan } from '../../search/query-plan.ts';
import type { FoundText } from '../../search/search-document.ts';
import { isAnswer } from '../../search/verify.ts';

/** What is shown of a found page. */
export interface Hit {
  url: string;
  title: Segment[];
  excerpt: Segment[];
  /** The name of the page's own column; '' for a single page, as are date and source. */
  column: string;
  /** `2026-03-05`. */
  date: string;
  /** It was published when was asked for. */
  isOfDate?: true;
  source: string;
  /** For an attachment: the article that offers it. */
  article?: { url: string; title: string };
  /** 已废止: it is not in force as it stands. */
  validity?: string;
}

/** Whether a text is what was asked for: no hit is shown without that. */
export function isFound({ title, content, source, date }: FoundText, plan: QueryPlan): boolean {
  const [normalTitle, text, normalSource] = [title, content, source].map(normalise);
  const page = { title: normalTitle ?? '', text: text ?? '', source: normalSource ?? '' };
  return isAnswer({ ...page, date }, plan);
}

export function hitOf(text: FoundText, { terms }: QueryPlan): Hit {
  const asked = terms.flatMap(({ forms }) => forms.map(({ normalised }) => normalised));
  const { url, title, content, column, date, source, article, validity } = text;
  const isOfDate = terms.some(({ dates }) => dates.some((each) => isPublishedOn(date, each)));
  return {
    url,
    title: highlight(title, asked),
    excerpt: excerpt(content, asked),
    column,
    date,
    source,
    ...(isOfDate && { isOfDate }),
    ...(article && { article }),
    ...(validity && { validity }),
  };
}
