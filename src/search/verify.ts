import { isPublishedOn } from './date-forms.ts';
import type { Form, QueryPlan, Term } from './query-plan.ts';
import { yearOf } from './search-document.ts';

/**
 * Where a term stands in a text, both normalised: the test that every hit must pass.
 * A number is matched whole and a Latin word from its beginning: 1月5日 is not in 11月5日, nor 47号 in 147号.
 */
export function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  if (term === '') return found;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    if (!cuts(text, at, at + term.length)) found.push(at);
  }
  return found;
}

/** A page's texts and its source, normalised, and when it was published. */
export interface VerifiedPage {
  title: string;
  text: string;
  source: string;
  /** `2026-03-05`; '' for a single page. */
  date: string;
}

/** Whether a page is what was asked for: each term stands in its title or text, or is its source or date, and no excluded one. */
export function isAnswer(page: VerifiedPage, { terms, without }: QueryPlan): boolean {
  const has = ({ forms, dates }: Term) =>
    forms.some((form) => holds(page, form)) || dates.some((date) => isPublishedOn(page.date, date));
  return terms.length > 0 && terms.every(has) && !without.some(has);
}

function holds({ title, text, source, date }: VerifiedPage, form: Form) {
  if (form.year !== undefined && form.year !== yearOf(date)) return false;
  if (source === form.normalised) return true;
  return [title, text].some((it) => occurrences(it, form.normalised).length > 0);
}

/** Whether the piece from `start` to `end` begins inside a number or Latin word, or ends inside a number. */
function cuts(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 1), start + 1);
  return /^(?:[0-9]{2}|[a-z]{2})$/.test(before) || /^[0-9]{2}$/.test(text.slice(end - 1, end + 1));
}
