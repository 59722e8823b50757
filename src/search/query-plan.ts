/** What a reader asked for, ready to be put to the index and to be verified. */
import { dateForms } from './date-forms.ts';
import { normalise } from './normalise.ts';
import { tokensOf, type TermTokens } from './tokens.ts';

/** One way in which a term may stand in a page. */
export interface Form {
  normalised: string;
  tokens: TermTokens;
  /** Counts only in pages published in this year. */
  year?: string;
}

export interface Term {
  /** As the reader wrote it, for messages. */
  written: string;
  /** At least one of them must stand in the page. */
  forms: Form[];
}

export interface QueryPlan {
  /** Every one must stand in a page (AND). */
  terms: Term[];
  /** None of them may. */
  without: Form[];
  /** The terms as they were written, one after the other; undefined when there is but one. */
  phrase: Form | undefined;
}

/**
 * Spaces separate terms; `"…"` or “…” around a term keeps the spaces within it. A quotation mark inside a term
 * (`“三新”要求`) is the text's own and separates nothing. `-term` beside other terms is one that no page may hold.
 *
 * @param alike other ways to write a term: for traditional characters, the simplified ones
 */
export function planQuery(
  query: string,
  alike: (written: string) => string[] = () => [],
): QueryPlan {
  const parts = [...query.matchAll(TERM)].map(
    ({ 0: whole, 1: minus = '', 2: quoted, 3: bare = '' }) => {
      return { whole, minus: minus !== '', written: (quoted ?? bare).trim() };
    },
  );
  const hasTerm = parts.some(({ minus, written }) => !minus && normalise(written) !== '');
  const terms = new Map<string, Term>();
  const without = new Map<string, Form>();
  for (const { whole, minus, written } of parts) {
    const excluded = minus && hasTerm;
    // A dash of its own, as in -5℃, is a part of the term.
    const term = minus && !hasTerm ? whole : written;
    if (excluded) for (const form of formsOf(written, alike)) without.set(form.normalised, form);
    else if (normalise(term) !== '')
      terms.set(normalise(term), { written: term, forms: formsOf(term, alike) });
  }
  const all = [...terms.values()];
  return { terms: all, without: [...without.values()], phrase: phraseOf(all) };
}

const TERM = /(?<=^|\s)([-－]?)(?:["“”＂]([^"“”＂]+)["“”＂](?=\s|$)|(\S+))/gu;

function formsOf(written: string, alike: (written: string) => string[]): Form[] {
  const plain = [written, ...alike(written)].map((form) => ({ written: form }));
  const forms = new Map<string, Form>();
  for (const { written: form, ...year } of [...plain, ...dateForms(written)]) {
    const normalised = normalise(form);
    if (normalised === '' || forms.has(normalised)) continue;
    forms.set(normalised, { normalised, tokens: tokensOf(normalised), ...year });
  }
  return [...forms.values()];
}

function phraseOf(terms: readonly Term[]): Form | undefined {
  if (terms.length < 2) return undefined;
  const normalised = terms.map(({ forms }) => forms[0]?.normalised ?? '').join('');
  return { normalised, tokens: tokensOf(normalised) };
}
