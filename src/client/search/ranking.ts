/** Candidates → found pages in their order. What has been given stays before what comes later. */
import type { QueryPlan } from '../../search/query-plan.ts';
import type { Candidate } from './bundle.ts';
import { verify, type FoundPage } from './found-page.ts';

type Ranked = Omit<FoundPage, 'older'>;

/** Fragments fetched and verified at once. */
const BATCH = 10;
/** So many are all verified before the first is shown: then their order is exact in every respect. */
const ALL = 30;
/** Candidates by their title that are verified before others. */
const TITLED = 40;

/** Newest first. @param candidates newest first */
export async function* byDate(
  candidates: readonly Candidate[],
  plan: QueryPlan,
): AsyncGenerator<Ranked> {
  for (let at = 0; at < candidates.length; at += BATCH) {
    yield* await verified(candidates.slice(at, at + BATCH), plan);
  }
}

/** Title before phrase before scattered, and then newer first. @param candidates newest first */
export async function* byRelevance(
  candidates: readonly Candidate[],
  plan: QueryPlan,
): AsyncGenerator<Ranked> {
  if (candidates.length <= ALL) {
    yield* best(await verified(candidates, plan));
    return;
  }
  const titled = candidates.filter((candidate) => candidate.titled).slice(0, TITLED);
  const first = await verified(titled, plan);
  const shown = best(first).filter(({ tier }) => tier === 0);
  yield* shown;
  const urls = new Set(shown.map(({ page }) => page.url));
  // A fragment that was read before comes from memory.
  for await (const found of byDate(candidates, plan)) {
    if (!urls.has(found.page.url)) yield found;
  }
}

async function verified(candidates: readonly Candidate[], plan: QueryPlan): Promise<Ranked[]> {
  const pages = await Promise.all(candidates.map(({ page }) => page()));
  return pages.flatMap((page) => verify(page, plan) ?? []);
}

const best = (found: readonly Ranked[]) => found.toSorted((a, b) => a.tier - b.tier);
