/** What a reader asked for, ready to be put to the index and to be verified. */
import { dateForms } from './date-forms.ts';
import { normalise } from './normalise.ts';
import { queryTokens, type Token } from './tokens.ts';

/** One way in which a term may stand in a page. */
export interface Form {
  normalised: string;
  tokens: Token[];
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
  /** None of them may (normalised). */
  without: string[];
  /** A form for each term, in all combinations: the pages wanted are those of any one of them. */
  combinations: Form[][];
}

/** More ways to read a query would only load more of the index. */
const MOST_COMBINATIONS = 8;

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
  const without = new Set<string>();
  for (const { whole, minus, written } of parts) {
    const excluded = minus && hasTerm;
    // A dash of its own, as in -5℃, is a part of the term.
    const term = minus && !hasTerm ? whole : written;
    if (excluded) for (const form of [written, ...alike(written)]) without.add(normalise(form));
    else if (normalise(term) !== '')
      terms.set(normalise(term), { written: term, forms: formsOf(term, alike) });
  }
  const all = [...terms.values()];
  const excluded = [...without].filter((form) => form !== '');
  return { terms: all, without: excluded, combinations: combinationsOf(all) };
}

const TERM = /(?<=^|\s)([-－]?)(?:["“”＂]([^"“”＂]+)["“”＂](?=\s|$)|(\S+))/gu;

function formsOf(written: string, alike: (written: string) => string[]): Form[] {
  const plain = [written, ...alike(written)].map((form) => ({ written: form }));
  const forms = new Map<string, Form>();
  for (const { written: form, ...year } of [...plain, ...dateForms(written)]) {
    const normalised = normalise(form);
    if (normalised === '' || forms.has(normalised)) continue;
    forms.set(normalised, { normalised, tokens: queryTokens(normalised), ...year });
  }
  return [...forms.values()];
}

function combinationsOf(terms: readonly Term[]): Form[][] {
  if (terms.length === 0) return [];
  let combinations: Form[][] = [[]];
  for (const { forms } of terms) {
    const wider = combinations.flatMap((chosen) => forms.map((form) => [...chosen, form]));
    // So many dates in one query: the first form of each is looked for, as it was typed.
    const first = forms.slice(0, 1);
    combinations =
      wider.length <= MOST_COMBINATIONS
        ? wider
        : combinations.map((chosen) => [...chosen, ...first]);
  }
  return combinations;
}

/** More tokens would only load more of the index: each hit is verified against the whole form anyway. */
const MOST_TOKENS = 24;

/** The tokens of some forms as one Pagefind query; empty when nothing of them can be looked up. */
export function indexQuery(forms: readonly Form[]): string {
  const texts = new Set(forms.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  return [...texts].slice(0, MOST_TOKENS).join(' ');
}
