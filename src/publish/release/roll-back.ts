/** Back to an older release, by what is still there: nothing is built, and nothing but the difference is moved. */
import { readManifest } from '../manifest/manifest-tree.ts';
import { inParallel } from '../in-parallel.ts';
import { lostAside } from '../targets/target.ts';
import type { Target } from '../targets/target.ts';
import type { PastRelease } from './history.ts';
import { needsOf, noticesAt, readState } from './live-site.ts';
import type { TargetState } from './live-site.ts';
import { NO_NOTICES, takenBack } from './notices.ts';
import type { TakenBack } from './notices.ts';
import type { PartCache } from './part-cache.ts';
import { planRelease } from './plan.ts';
import type { Plan, Release } from './plan.ts';
import { carryOut, refuseOther } from './publish-release.ts';
import type { PublishOptions } from './publish-release.ts';
import type { Root } from './root.ts';
import { holdTime } from './seen.ts';

const ASKED_AT_ONCE = 16;

/** What was put aside since then cannot be found: it was put aside with another key. */
export class LostAsideError extends Error {
  readonly code = 'ELOSTASIDE';
}

/** There is no such release to go back to. */
export class NoReleaseError extends Error {
  readonly code = 'ENORELEASE';
  /** Those that there are. */
  readonly sequences: readonly number[];
  /** The one that is live; 0 where there is none. */
  readonly live: number;

  constructor(sequences: readonly number[], live = 0) {
    super('no such release');
    this.sequences = sequences;
    this.live = live;
  }
}

/** What was withdrawn or corrected since then would be taken back. */
export class TakenBackError extends Error {
  readonly code = 'ETAKENBACK';
  readonly to: PastRelease;
  /** Address of the site, and the pages' paths in the older release. */
  readonly site: string;
  readonly pages: TakenBack;

  constructor(to: PastRelease, site: string, pages: TakenBack) {
    super('something was withdrawn or corrected since then');
    this.to = to;
    this.site = site;
    this.pages = pages;
  }
}

export interface RollBackOptions extends Pick<PublishOptions, 'onFile'> {
  onLive?: (plan: Plan, site: string) => Promise<void>;
  /** Look what would be done, and do nothing. */
  isDry?: boolean;
  /** Take back what was withdrawn and corrected, too. */
  republishes?: boolean;
}

export interface RolledBack {
  from: Root;
  to: PastRelease;
  plan: Plan | undefined;
}

/**
 * @param sequence of the release; without it the one before
 * @throws NoReleaseError, LostAsideError, TakenBackError, PublisherError, TargetError, ManifestError
 */
export async function rollBack(
  target: Target,
  parts: PartCache,
  sequence: number | undefined,
  options: RollBackOptions = {},
): Promise<RolledBack> {
  const state = await readState(target, parts.read);
  refuseOther(state);
  const { live } = state;
  const past = live?.history ?? [];
  const to = sequence === undefined ? past.at(-1) : past.find((each) => each.sequence === sequence);
  if (!live || !to) {
    throw new NoReleaseError(
      past.map((each) => each.sequence),
      live?.root.sequence,
    );
  }
  const since = [...past, live.root].filter((each) => each.sequence > to.sequence);
  if (since.some(({ aside }) => aside !== target.aside)) throw new LostAsideError('other key');
  const { files } = await readManifest(to.top, parts.read);
  const notices = await noticesAt(to, parts.read);
  if (options.republishes !== true) {
    const now = (await noticesAt(live.root, parts.read)) ?? NO_NOTICES;
    const pages = takenBack(now, notices ?? NO_NOTICES, files);
    if (pages.withdrawn.length + pages.corrected.length > 0) {
      throw new TakenBackError(to, live.root.site, pages);
    }
  }
  const plan = await planTo({ ...to, files, notices }, live.root, state, parts);
  if (plan) await refuseLost(target, plan);
  if (plan && options.isDry !== true) {
    await carryOut(target, plan, state, {
      bytesOf: () => undefined,
      ...(options.onFile ? { onFile: options.onFile } : {}),
      onLive: async () => options.onLive?.(plan, live.root.site),
    });
    await parts.keepAll(plan.texts, plan.names);
  }
  if (options.isDry !== true) await holdTime(target);
  return { from: live.root, to, plan };
}

/** Half a release is worse than the one that is live: it is asked before anything is written. */
async function refuseLost(target: Target, { put }: Plan): Promise<void> {
  const lost: string[] = [];
  await inParallel(put, ASKED_AT_ONCE, async ({ path, sha256 }) => {
    if (!(await target.hasAside(sha256))) lost.push(path);
  });
  if (lost.length > 0) throw lostAside(target.name, lost);
}

async function planTo(
  to: Omit<PastRelease, 'files' | 'notices'> & Pick<Release, 'files' | 'notices'>,
  { site, aside }: Root,
  state: TargetState,
  parts: PartCache,
): Promise<Plan | undefined> {
  const { commit, isUncommitted, engine, sequence, again = sequence, files, notices } = to;
  const release: Release = { site, commit, isUncommitted, engine, aside, again, files, notices };
  const needs = (past: PastRelease) => needsOf(past, parts.read);
  return planRelease(release, state, needs, new Date());
}
