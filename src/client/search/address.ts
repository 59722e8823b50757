/** What is asked, as the page's address has it: `?q=机关事务&column=…&year=2026&source=…&order=date`. */
import { LONGEST_QUERY } from './limits.ts';
import type { SearchRequest } from './request.ts';

export interface Asked extends SearchRequest {
  query: string;
  /** More was asked than is searched. */
  isCut?: true;
}

export function readAddress(search: string): Asked {
  return asAsked((name) => new URLSearchParams(search).get(name) ?? '');
}

export function readForm(form: HTMLFormElement): Asked {
  const data = new FormData(form);
  return asAsked((name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  });
}

/** The query string, without what is not asked; a query string of nothing is empty. */
export function toAddress({ query: q, column, year, source, order }: Asked): string {
  const given = { q, column, year, source, order: order === 'date' ? order : '' };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) parameters.set(name, value);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

function asAsked(valueOf: (name: string) => string): Asked {
  const [column, year, source] = [valueOf('column'), valueOf('year'), valueOf('source')];
  const written = valueOf('q').trim();
  const query = shortQuery(written);
  return {
    query,
    ...(query !== written && { isCut: true }),
    order: valueOf('order') === 'date' ? 'date' : 'relevance',
    ...(column && { column }),
    ...(year && { year }),
    ...(source && { source }),
  };
}

/** Without the half of a rare character that the end would be. */
export function shortQuery(query: string): string {
  return query.length <= LONGEST_QUERY
    ? query
    : query
        .slice(0, LONGEST_QUERY)
        .replace(/[\ud800-\udbff]$/, '')
        .trim();
}
