/** The counts of a site that runs somewhere, whatever its store: any visitor may read them. */
import { apiBelow, MAX_IDS } from '../api.ts';
import type { ViewCounts } from '../view-answers.ts';

/**
 * Asks the counter of a site for the counts of articles; those nobody has read are left out.
 * @param site its address, base path included: `https://www.example.gov.cn/`
 */
export async function fetchCounts(
  site: string,
  ids: Iterable<string>,
): Promise<Map<string, number>> {
  const all = [...ids];
  const counts = new Map<string, number>();
  for (let start = 0; start < all.length; start += MAX_IDS) {
    const address = new URL(apiBelow(''), site);
    address.searchParams.set('ids', all.slice(start, start + MAX_IDS).join());
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address.href} answered ${response.status}`);
    const answer = (await response.json()) as ViewCounts;
    for (const [id, n] of Object.entries(answer.counts)) if (n > 0) counts.set(id, n);
  }
  return counts;
}
