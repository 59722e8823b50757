/** What a reader asked for, ready to be put to the index and to be verified. */
import { dateForms, datesIn } from './date-forms.ts';
import type { AskedDate } from './date-forms.ts';
import { askedDateGrams } from './date-grams.ts';
import { numberBehindYear, numberForms, numeralForms } from './document-numbers.ts';
import { otherKey } from './gram-key.ts';
import { normalise } from './normalise.ts';
import { borderKeys, termGrams } from './term-grams.ts';
import type { TermGrams } from './term-grams.ts';

/** One way in which a term may stand in a page. */
export interface Form {
  normalised: string;
  /** Counts only in pages published in this year. */
  year?: string;
}

export interface Term {
  /** As the reader wrote it, for messages. */
  written: string;
  /** At least one of them must stand in the page, unless it was published on one of the dates. */
  forms: Form[];
  /** The term is a date, or several days in a row; most are none. */
  dates: AskedDate[];
  /** How the pages are found in which one of them stands: each finds some. */
  lookups: Lookup[];
}

/** Other ways to write a term. @param isQuoted it is in quotation marks, or left out: it is meant as it is written */
export type Alike = (written: string, isQuoted: boolean) => string[];

/** Grams that a page must all have. */
export interface Lookup extends TermGrams {
  /** Counts only in pages published in this year. */
  year?: string;
}

export interface QueryPlan {
  /** Every one must stand in a page (AND). */
  terms: Term[];
  /** None of them may. */
  without: Term[];
  /** Pages in which the terms stand one after the other have these grams too. */
  borders: number[];
}

/**
 * Spaces separate terms; `"…"` or “…” around a term keeps the spaces within it. A quotation mark inside a term
 * (`“三新”要求`) is the text's own and separates nothing. `-term` beside other terms is one that no page may hold.
 * Marks that stand alone between terms (供暖 - 节能) part them, as spaces do.
 *
 * @param alike other ways to write a term: for traditional characters, the simplified ones; for a term that is not in
 *   quotation marks, and not left out, words that mean the same
 */
export function planQuery(query: string, alike: Alike = () => []): QueryPlan {
  const written = [...query.matchAll(TERM)].map(
    ({ 1: whole = '', 2: minus = '', 3: quoted, 4: bare = '' }) => {
      const isQuoted = quoted !== undefined;
      return { whole, minus: minus !== '', isQuoted, written: (quoted ?? bare).trim() };
    },
  );
  const words = written.filter(({ isQuoted, whole }) => isQuoted || !MARKS.test(whole));
  const parts = words.length > 0 ? words : written;
  const hasTerm = parts.some(({ minus, written }) => !minus && normalise(written) !== '');
  const terms = new Map<string, Term>();
  const without = new Map<string, Term>();
  for (const { whole, minus, isQuoted, written } of parts) {
    const excluded = minus && hasTerm;
    // A dash of its own, as in -5℃, is a part of the term.
    const term = minus && !hasTerm ? whole : written;
    const normalised = normalise(term);
    if (normalised !== '')
      (excluded ? without : terms).set(normalised, termOf(term, isQuoted || excluded, alike));
  }
  return {
    terms: [...terms.values()],
    without: [...without.values()],
    borders: borderKeys([...terms.keys()]),
  };
}

/** Without looking behind, which Safari before 16.4 cannot: what stands before a term is a part of the match. */
const TERM = /(?:^|\s)(([-－]?)(?:["“”＂]([^"“”＂]+)["“”＂](?=\s|$)|(\S+)))/gu;

/** But for those of a figure, as % and ℃. */
const MARKS = /^(?:(?![%％‰°℃])[\p{P}\p{S}])+$/u;

function termOf(written: string, isQuoted: boolean, alike: Alike): Term {
  // What is in quotation marks is meant as it is written, but for the marks of a number.
  const numbers = isQuoted
    ? numberForms(written)
    : [...numberForms(written), ...numeralForms(written)];
  const alikeForms = [...alike(written, isQuoted), ...numbers].map(normalise);
  const plain = [
    ...new Set([normalise(written), ...alikeForms, ...(isQuoted ? [] : numberBehindYear(written))]),
  ];
  const forms = new Map<string, Form>(plain.map((normalised) => [normalised, { normalised }]));
  for (const { written: form, ...year } of dateForms(written)) {
    const normalised = normalise(form);
    if (!forms.has(normalised)) forms.set(normalised, { normalised, ...year });
  }
  return {
    written,
    forms: [...forms.values()],
    dates: datesIn(written),
    lookups: lookupsOf(written, plain),
  };
}

function lookupsOf(written: string, plain: readonly string[]): Lookup[] {
  const dates = new Set(dateForms(written).map((form) => normalise(form.written)));
  const asWritten = plain.filter((form) => !dates.has(form)).map(termGrams);
  return [...asWritten.filter(({ keys }) => keys.length > 0), ...dateLookups(written)];
}

/** All forms of a date at once, and the pages that were published then (`date-grams.ts`). */
function dateLookups(written: string): Lookup[] {
  return askedDateGrams(datesIn(written)).map(({ gram, ...year }) => ({
    keys: [otherKey(gram)],
    proves: true,
    ...year,
  }));
}
