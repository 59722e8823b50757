/** What is asked beside the words. */
import { FILTERS } from '../../search/search-document.ts';

export interface Filters {
  /** A value of the filter 栏目, as `columnValue` makes it; columns below it are taken in. */
  column?: string;
  year?: string;
  source?: string;
}

export interface SearchRequest extends Filters {
  order: 'relevance' | 'date';
}

/** What Pagefind is told of the filters. */
export function pagefindFilters({ column, year, source }: Filters): Record<string, string> {
  return {
    ...(column && { [FILTERS.column]: column }),
    ...(year && { [FILTERS.year]: year }),
    ...(source && { [FILTERS.source]: source }),
  };
}
