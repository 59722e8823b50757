/** What a reader asked for, ready to be put to the index and to be verified. */
import { normalise } from './normalise.ts';
import { queryTokens, type Token } from './tokens.ts';

export interface Term {
  /** As the reader wrote it, for messages. */
  written: string;
  normalised: string;
  tokens: Token[];
}

export interface QueryPlan {
  /** Every one must stand in a page (AND). */
  terms: Term[];
  /** All tokens as one Pagefind query; empty when nothing of the query can be looked up. */
  indexQuery: string;
}

/** More tokens would only load more of the index: each hit is verified against the whole term anyway. */
const MOST_TOKENS = 24;

/**
 * Spaces separate terms; `"…"` or “…” around a term keeps the spaces within it. A quotation mark inside a term
 * (`“三新”要求`) is the text's own and separates nothing.
 */
export function planQuery(query: string): QueryPlan {
  const terms = new Map<string, Term>();
  for (const { 0: whole, 1: quoted } of query.matchAll(TERM)) {
    const written = (quoted ?? whole).trim();
    const normalised = normalise(written);
    if (normalised !== '') {
      terms.set(normalised, { written, normalised, tokens: queryTokens(normalised) });
    }
  }
  const plan = [...terms.values()];
  const texts = new Set(plan.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  return { terms: plan, indexQuery: [...texts].slice(0, MOST_TOKENS).join(' ') };
}

const TERM = /(?<=^|\s)["“”＂]([^"“”＂]+)["“”＂](?=\s|$)|\S+/gu;
