/** How many found pages each choice of each filter would leave. */
import { FILTER_NAMES, type FilterName, type FilterValues } from '../../search/search-document.ts';
import type { Filters } from './request.ts';

/** Counts by value, for each filter; '' counts all. */
export type Facets = Record<FilterName, Map<string, number>>;

/**
 * @param found the values of all that is found without any filter
 * @param chosen each filter counts what the others leave
 */
export function facetsOf(found: readonly FilterValues[], chosen: Filters): Facets {
  const count = (name: FilterName) => {
    const others = FILTER_NAMES.filter((other) => other !== name);
    const left = found.filter((values) => others.every((other) => passes(values, other)));
    const counts = new Map([['', left.length]]);
    for (const value of left.flatMap((values) => values[name]))
      counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const passes = (values: FilterValues, name: FilterName) => {
    const value = chosen[name];
    return !value || values[name].includes(value);
  };
  return { column: count('column'), year: count('year'), source: count('source') };
}
