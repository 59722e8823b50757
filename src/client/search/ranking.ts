/** Candidates → found pages in their order. What has been given stays before what comes later. */
import type { QueryPlan } from '../../search/query-plan.ts';
import type { Candidate } from './candidates.ts';
import { tierOfFragment } from './found-page.ts';

/** Fragments fetched and verified at once. */
const BATCH = 10;
/** So many are all verified before the first is shown, where the index proves nothing. */
const ALL = 30;
/** Candidates by their title that are looked at before others. */
const TITLED = 40;

/** Newest first. @param candidates newest first */
export async function* byDate(
  candidates: readonly Candidate[],
  plan: QueryPlan,
): AsyncGenerator<Candidate> {
  for (let at = 0; at < candidates.length; at += BATCH) {
    const batch = candidates.slice(at, at + BATCH);
    const answers = await Promise.all(
      batch.map(async (candidate) => candidate.proved || (await tierOf(candidate, plan)) < NONE),
    );
    yield* batch.filter((_, which) => answers[which]);
  }
}

/** Title before phrase before scattered, and then newer first. @param candidates newest first */
export async function* byRelevance(
  candidates: readonly Candidate[],
  plan: QueryPlan,
): AsyncGenerator<Candidate> {
  const readAll = candidates.length <= ALL && candidates.some(({ proved }) => !proved);
  const read = readAll ? candidates : candidates.filter(({ titled }) => titled).slice(0, TITLED);
  const tiers = new Map(
    await Promise.all(
      read.map(async (candidate) => [candidate, await tierOf(candidate, plan)] as const),
    ),
  );
  const tier = (candidate: Candidate) => tiers.get(candidate) ?? (candidate.phrased ? 1 : 2);
  const left = candidates.filter((candidate) => tier(candidate) < NONE);
  for (const wanted of [0, 1, 2]) {
    const group = left.filter((candidate) => tier(candidate) === wanted);
    if (wanted === 0) yield* group;
    else yield* byDate(group, plan);
  }
}

/** The tier of what is no answer. */
const NONE = 3;

async function tierOf({ fragment }: Candidate, plan: QueryPlan): Promise<number> {
  return tierOfFragment(await fragment(), plan) ?? NONE;
}
