/** content/ → dist/: check, find what changed, make that. What `npm run build` calls. */
import type { HiddenArticle } from '../model/content.ts';
import type { Issue } from '../model/issue.ts';
import { withSite } from '../site/current-site.ts';
import { hostNeeds } from '../site/moved-page.ts';
import type { HostNeeds } from '../site/moved-page.ts';
import { readRecord, writeRecord } from '../output/build-record.ts';
import type { BuiltFiles } from '../output/build-record.ts';
import { openRenderer } from '../renderer/compile-renderer.ts';
import type { KeptRenderer } from '../renderer/compile-renderer.ts';
import { describeCompiling, describeFullBuild, describeWait } from './describe-build.ts';
import { FolderGoneError, lockFolder } from '../system/lock.ts';
import type { FolderLock } from '../system/lock.ts';
import { FITS, hostFit } from './host-fit.ts';
import type { HostFit } from './host-fit.ts';
import { allArtifacts, engineOf } from './all-artifacts.ts';
import { keepWhatWasRead, makeChanges } from './make-changes.ts';
import { CACHE, siteCache, SITES } from '../system/project.ts';
import type { SiteOptions } from '../output/options.ts';
import { refuseForeignFolder } from '../output/out-folder.ts';
import { createOutput } from '../output/output.ts';
import type { Progress } from '../output/progress.ts';
import { readSite, removeLeftovers } from './read-site.ts';
import type { LoadedSite } from './read-site.ts';
import { forgetSites } from './site-caches.ts';

export interface BuildOptions {
  /** Make everything anew, whatever the last build left. */
  full: boolean;
  /** False leaves the search index out: for benchmarks that measure the rest. */
  search: boolean;
  /** Threads that render beside this one; by default as many as there are further cores. */
  workers?: number;
}

export interface BuildResult {
  /** When one of them stops, nothing was written. */
  issues: Issue[];
  unpublished: HiddenArticle[];
  articles: number;
  /** Pages, feeds and lists that were rendered. */
  rendered: number;
  /** Files of `dist/` whose bytes changed, and that went. */
  changed: number;
  /** What a host must do for the old addresses. */
  needs: HostNeeds;
  fit: HostFit;
}

const NO_NEEDS: HostNeeds = { withoutPage: 0, withQuery: 0, oldPages: 0 };

/** How long a build waits for another one of the same folder. */
export const PATIENCE_MS = 60_000;

/**
 * @throws RefusedFolderError when the folder to be written is not a site's; nothing was touched
 * @throws BusyError when another build does not let go of the folder
 */
export async function buildSite(
  site: SiteOptions,
  progress: Progress,
  options: BuildOptions = { full: false, search: true },
): Promise<BuildResult> {
  await refuseForeignFolder(site);
  const patience = {
    patience: PATIENCE_MS,
    onWait: (pid: number) => progress.say(describeWait(pid)),
  };
  // Before anything is read: a build that waited must not write what was true when it came.
  const free = await lockFolder(site.out, patience);
  try {
    await refuseForeignFolder(site);
    // Builds of one site into two folders share what is kept, and forget what the other needs.
    const freeCache = await lockFolder(siteCache(site.roots), patience);
    try {
      await removeLeftovers(siteCache(site.roots));
      return await buildLocked(site, progress, options, free);
    } finally {
      await freeCache();
    }
  } finally {
    await free();
    await forgetSites(SITES);
  }
}

async function buildLocked(
  site: SiteOptions,
  progress: Progress,
  options: BuildOptions,
  lock: FolderLock,
): Promise<BuildResult> {
  progress.say('读取稿件……');
  const { current, issues, unpublished } = await readSite(site, { isFresh: options.full });
  if (!current)
    return {
      issues,
      unpublished,
      articles: 0,
      rendered: 0,
      changed: 0,
      needs: NO_NEEDS,
      fit: FITS,
    };
  const { content } = current.site;
  const kept = await openRenderer(current.site, (isDamaged) =>
    progress.say(describeCompiling(isDamaged)),
  );
  try {
    const made = await withSite(current, () =>
      buildInto(site, current, kept, progress, options, lock),
    );
    const needs = hostNeeds(current.site);
    const told = [...issues, ...made.issues];
    return { unpublished, articles: content.articles.length, needs, ...made, issues: told };
  } catch (error) {
    // Whatever a page says whose modules went or were changed meanwhile, that is the cause.
    throw (await kept.isWhole()) ? error : new FolderGoneError(CACHE);
  } finally {
    kept.giveBack();
  }
}

async function buildInto(
  options: SiteOptions,
  current: LoadedSite,
  kept: KeptRenderer,
  progress: Progress,
  { full, search, workers }: BuildOptions,
  lock: FolderLock,
): Promise<{ rendered: number; changed: number; issues: Issue[]; fit: HostFit }> {
  const engine = engineOf(kept);
  const { artifacts, issues, mend } = await allArtifacts(current, kept, search, progress);
  const last = await lastFiles(options, engine, full, progress);

  lock.check();
  const output = createOutput(options.out);
  const isEmpty = await output.begin();
  const check = (): void => lock.check();
  const to = { last, output, progress, check, mend, ...(workers === undefined ? {} : { workers }) };
  const { files, rendered } = await makeChanges(artifacts, { current, kept, ...to });
  await output.remove(last.keys(), artifacts);
  // A folder whose history is not known may hold anything.
  if (last.size === 0 && !isEmpty) await output.prune(artifacts);
  lock.check();
  await writeRecord(options, engine, await output.finish(), files);
  await keepWhatWasRead(current, artifacts);
  const fit = hostFit(current.site, files, artifacts);
  return { rendered, changed: output.changed, issues, fit };
}

async function lastFiles(
  options: SiteOptions,
  engine: string,
  full: boolean,
  progress: Progress,
): Promise<BuiltFiles> {
  const record = full ? { reason: 'asked' as const } : await readRecord(options, engine);
  if ('files' in record) return record.files;
  progress.say(describeFullBuild(record.reason));
  return new Map();
}
