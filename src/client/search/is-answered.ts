/** Whether a search would find something, at the cost of a few files: what finds nothing is not offered. */
import type { QueryPlan } from '../../search/query-plan.ts';
import { candidatesFor } from './candidates.ts';
import { isFound } from './found-page.ts';
import { isProved } from './prove.ts';
import type { SearchRequest } from './request.ts';
import type { SearchIndex } from './search-index.ts';

/** Texts that are read; when none of them is an answer, it is taken that none is. */
const MOST_TEXTS = 3;

export async function isAnswered(
  index: SearchIndex,
  plan: QueryPlan,
  request: SearchRequest = { order: 'relevance' },
): Promise<boolean> {
  if (!plan.terms.some(({ lookups }) => lookups.length > 0)) return false;
  const candidates = await candidatesFor(index, plan, request);
  if (candidates.ranked.length > 0 && isProved(candidates)) return true;
  for (const document of candidates.ranked.slice(0, MOST_TEXTS)) {
    if (isFound(await index.text(document), plan)) return true;
  }
  return false;
}
