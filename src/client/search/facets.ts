/** How many found pages each choice of each filter would leave. */
import { FILTERS } from '../../search/search-document.ts';
import type { Filters } from './engine.ts';
import type { FoundPage } from './found-page.ts';

export type FilterName = keyof typeof FILTERS;

/** Counts by value, for each filter; '' counts all. */
export type Facets = Record<FilterName, Map<string, number>>;

const NAMES: readonly FilterName[] = ['column', 'year', 'source'];

/**
 * @param found all that is found without any filter
 * @param chosen each filter counts what the others leave
 */
export function facetsOf(found: readonly FoundPage[], chosen: Filters): Facets {
  const passes = ({ page }: FoundPage, name: FilterName) => {
    const value = chosen[name];
    return !value || (page.filters[FILTERS[name]] ?? []).includes(value);
  };
  const count = (name: FilterName) => {
    const others = NAMES.filter((other) => other !== name);
    const left = found.filter((one) => others.every((other) => passes(one, other)));
    const counts = new Map([['', left.length]]);
    for (const { page } of left) {
      for (const value of page.filters[FILTERS[name]] ?? [])
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return { column: count('column'), year: count('year'), source: count('source') };
}
