/** What the index of a shard has for a query: pages that are answers, or may be. */
import type { Form, QueryPlan, Term } from '../../search/query-plan.ts';
import type { FilterValues, Fragment } from '../../search/search-document.ts';
import type { Bundle, Match } from './bundle.ts';

export interface Candidate {
  /** The index proves that it is an answer; else its text has to say so. */
  proved: boolean;
  /** Something of the query stands in its title: without that it cannot all stand there. */
  titled: boolean;
  /** The terms stand one after the other in it; known of proved ones. */
  phrased: boolean;
  fragment(): Promise<Fragment>;
  filterValues(): Promise<FilterValues>;
}

/** @returns the candidates, newest first, and the terms that no page of the bundle holds */
export async function candidatesIn(
  bundle: Bundle,
  { terms, without, phrase }: QueryPlan,
  filters: Record<string, string>,
): Promise<{ candidates: Candidate[]; absent: Term[] }> {
  const find = (form: Form) => bundle.find(form, filters);
  // What is no word of the index (a dash, a percent sign) only the text can say.
  const asked = terms.filter(canBeAsked);
  const found = await Promise.all(asked.map(({ forms }) => Promise.all(forms.map(find))));
  const absent = asked.filter((_, at) => !found[at]?.some(({ held }) => held));
  const [first, ...others] = asked.map(({ forms }, at) => {
    return union(forms.map((form, which) => provedOr(form, found[at]?.[which]?.matches)));
  });
  const inAll = [...(first ?? [])].filter(([id]) => others.every((other) => other.has(id)));
  if (inAll.length === 0) return { candidates: [], absent };

  const excluded = union(
    await Promise.all(without.map(async (form) => provedOr(form, (await find(form)).matches))),
  );
  const isProvable = asked.length === terms.length && without.every(isAlwaysFound);
  const phrased =
    phrase?.tokens.proves === true ? (await find(phrase)).matches : new Map<string, Match>();
  const candidates = inAll
    .filter(([id]) => !excluded.get(id)?.proved)
    .toSorted(([, a], [, b]) => a.place - b.place)
    .map(([id, match]): Candidate => {
      const all = [match, ...others.flatMap((other) => other.get(id) ?? [])];
      return {
        proved: isProvable && all.every(({ proved }) => proved) && !excluded.has(id),
        titled: all.every(({ titled }) => titled),
        phrased: phrase === undefined || phrased.has(id),
        fragment: match.fragment,
        filterValues: async () => (await bundle.filterValues()).get(id) ?? NO_VALUES,
      };
    });
  return { candidates, absent };
}

export function canBeAsked({ forms }: Term): boolean {
  return forms.some(({ tokens }) => tokens.phrases.length + tokens.beginnings.length > 0);
}

/** Of a single character, the beginning of a word or a mark the index misses some pages: they cannot be left out by it. */
function isAlwaysFound({ tokens }: Form): boolean {
  return tokens.phrases.length > 0 && tokens.beginnings.length === 0;
}

type Proved = Match & { proved: boolean };

function provedOr(
  form: Form,
  matches: ReadonlyMap<string, Match> = new Map(),
): Map<string, Proved> {
  const { proves } = form.tokens;
  return new Map([...matches].map(([id, match]) => [id, { ...match, proved: proves }]));
}

/** Pages of any of them. */
function union(found: readonly ReadonlyMap<string, Proved>[]): Map<string, Proved> {
  const all = new Map<string, Proved>();
  for (const [id, match] of found.flatMap((matches) => [...matches])) {
    const known = all.get(id);
    all.set(id, {
      ...match,
      proved: match.proved || known?.proved === true,
      titled: match.titled || known?.titled === true,
    });
  }
  return all;
}

const NO_VALUES: FilterValues = { column: [], year: [], source: [] };
