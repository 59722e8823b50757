/** content/ → where readers are: what `npm run publish` calls. */
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';
import type { SiteOptions } from '../output/options.ts';
import type { Progress } from '../output/progress.ts';
import { isControlFile } from '../publish/control-files.ts';
import { changedAddresses } from '../publish/release/changed-addresses.ts';
import type { PastRelease } from '../publish/release/history.ts';
import { needsOf, noticesAt, readState } from '../publish/release/live-site.ts';
import type { LiveSite, TargetState } from '../publish/release/live-site.ts';
import { NO_NOTICES, takenBack, withdrawsAny } from '../publish/release/notices.ts';
import type { Notices } from '../publish/release/notices.ts';
import { partCache } from '../publish/release/part-cache.ts';
import { doubtfulPaths, planRelease } from '../publish/release/plan.ts';
import type { Plan, Release } from '../publish/release/plan.ts';
import { carryOut, MovedOnError, refuseOther } from '../publish/release/publish-release.ts';
import { spaceNeeds } from '../publish/release/space-needs.ts';
import { noteSeen } from '../publish/release/seen.ts';
import type { Target } from '../publish/targets/target.ts';
import { siteCache } from '../system/project.ts';
import { commitOf } from './commit-of.ts';
import { makeRelease } from './make-release.ts';
import type { LiveFiles, MadeRelease } from './make-release.ts';
import { noticesOf } from './notices-of.ts';
import { refuseOlder } from './older-texts.ts';
import { recordLedger, restoreLedger } from './publish-ledger.ts';

export interface PublishSiteOptions {
  /** Say what would be done, and do nothing. */
  isDry: boolean;
  /** Put the site where another program's files lie already. */
  adopts: boolean;
  /** Send every file, whatever is live. */
  full: boolean;
  /** Make public again what was withdrawn, though the texts are older than what is live. */
  republishes: boolean;
  /** Called when the new site is live, with the addresses whose copies elsewhere are wrong now. */
  onLive?: (changed: readonly string[], site: string) => Promise<void>;
}

export interface PublishedSite {
  issues: Issue[];
  /** Of the site, with a slash at its end; '' when a problem stopped. */
  address: string;
  articles: number;
  /** Addresses that are new in `content/addresses.tsv`. */
  recorded: number;
  /** Of those, how many were published before, from where they were not committed; of a dry run: that were not looked at. */
  restored: number;
  /** Paths of articles that the live site has withdrawn, and this one makes public again. */
  republished: string[];
  /** Undefined when the target was as it should be, or a problem stopped. */
  plan: Plan | undefined;
}

/** There is something at the target that no publication of ours made. */
export class ForeignTargetError extends Error {
  readonly code = 'EFOREIGN';
  /** Address of the other site; '' where it is not known. */
  readonly site: string;

  constructor(site: string) {
    super('another site is there');
    this.site = site;
  }
}

/** So often another release may become live while ours is made. */
const ATTEMPTS = 3;

/**
 * @throws ForeignTargetError, OlderTextsError, PublisherError, TargetError, ManifestError
 */
export async function publishSite(
  site: SiteOptions,
  target: Target,
  options: PublishSiteOptions,
  progress: Progress,
): Promise<PublishedSite> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await publishOnce(site, target, options, progress);
    } catch (error) {
      if (!(error instanceof MovedOnError) || attempt === ATTEMPTS) throw error;
      progress.say('生成的时候有人发布了，按网站上现在的样子再来一次……');
    }
  }
}

async function publishOnce(
  site: SiteOptions,
  target: Target,
  options: PublishSiteOptions,
  progress: Progress,
): Promise<PublishedSite> {
  const parts = partCache(join(siteCache(site.roots), 'manifest'), target);
  const result: PublishedSite = {
    issues: [],
    address: '',
    articles: 0,
    recorded: 0,
    restored: 0,
    republished: [],
    plan: undefined,
  };
  let state: TargetState = { live: undefined, found: undefined };
  // When it is our turn, not before: whoever we waited for may have published.
  const known = async (): Promise<LiveFiles | undefined> => {
    state = await readState(target, parts.read);
    refuseOther(state);
    if (!options.adopts) await refuseForeign(target, state);
    const { live } = state;
    if (live) result.restored = await restoreLedger(site.roots, live, options.isDry);
    return live && !options.full ? certainFiles(state, live) : undefined;
  };
  result.issues = await makeRelease(site, known, progress, async (made) => {
    const { live } = state;
    const before = live && (await noticesAt(live.root, parts.read));
    const withoutLedger = releaseOf(made, target, commitOf(site), before);
    if (live && live.root.site !== withoutLedger.site && !options.adopts) {
      throw new ForeignTargetError(live.root.site);
    }
    result.address = withoutLedger.site;
    const { notices, files } = withoutLedger;
    result.republished = takenBack(before ?? NO_NOTICES, notices ?? NO_NOTICES, files).withdrawn;
    if (live && !options.republishes && result.republished.length > 0) {
      await refuseOlder(site.roots.content, target, live.root, result.republished);
    }
    result.articles = made.site.content.articles.length;
    const { added, parts: ledger } = await recordLedger(made.site, site.roots, options.isDry);
    result.recorded = result.restored + added;
    const release = { ...withoutLedger, ledger };
    const needs = (past: PastRelease) => needsOf(past, parts.read);
    const { full: sendsAll, isDry } = options;
    const plan = await planRelease(release, state, needs, new Date(), { sendsAll });
    result.plan = plan;
    if (isDry) return;
    if (plan) await makeLive(made, release, plan);
    const sequence = plan?.root.sequence ?? live?.root.sequence ?? 0;
    await noteSeen(target, { commit: release.commit, next: made.next, release: sequence });
  });
  return result;

  async function makeLive(made: MadeRelease, release: Release, plan: Plan): Promise<void> {
    const { onLive } = options;
    await target.refuseFull?.(spaceNeeds(plan, release.files, state));
    await carryOut(target, plan, state, {
      bytesOf: made.pathOf,
      onFile: progress.count('发布'),
      onLive: async () => onLive?.(changedAddresses(plan, release.site), release.site),
    });
    await parts.keepAll(plan.texts, plan.names);
  }
}

function releaseOf(
  { site, engine, files }: MadeRelease,
  target: Target,
  commit: Pick<Release, 'commit' | 'isUncommitted'>,
  before: Notices | undefined,
): Release {
  const sent = target.takesControlFiles
    ? files
    : new Map([...files].filter(([path]) => !isControlFile(path)));
  const notices = noticesOf(site);
  return {
    site: site.origin + site.base,
    ...commit,
    engine,
    aside: target.aside ?? '',
    files: sent,
    notices,
    // Pictures and texts for the search of such an article must not stay for pages that are open.
    forgets: withdrawsAny(notices, before),
  };
}

async function refuseForeign(target: Target, { live, found }: TargetState): Promise<void> {
  if (live || found) return;
  if (await target.isTaken()) throw new ForeignTargetError('');
}

/** Files of which nobody knows what is there are made anew. */
function certainFiles(state: TargetState, { root, files }: LiveSite): LiveFiles {
  const doubtful = doubtfulPaths(state);
  const certain = new Map(files);
  for (const path of doubtful) certain.delete(path);
  return { engine: root.engine, files: certain };
}
