/** content/ → dist/: check, find what changed, make that. What `npm run build` calls. */
import type { HiddenArticle } from '../model/content.ts';
import type { Issue } from '../model/issue.ts';
import { withSite } from '../site/current-site.ts';
import { hostNeeds } from '../site/moved-page.ts';
import type { HostNeeds } from '../site/moved-page.ts';
import { collectArtifacts } from '../output/artifacts.ts';
import type { Artifacts, PageArtifact } from '../output/artifacts.ts';
import { builtFiles, readRecord, writeRecord } from '../output/build-record.ts';
import type { BuiltFiles } from '../output/build-record.ts';
import { openRenderer } from '../renderer/compile-renderer.ts';
import type { KeptRenderer } from '../renderer/compile-renderer.ts';
import {
  describeCompiling,
  describeFullBuild,
  describePages,
  describeWait,
} from './describe-build.ts';
import { FolderGoneError, lockFolder } from '../system/lock.ts';
import type { FolderLock } from '../system/lock.ts';
import { FITS, hostFit } from './host-fit.ts';
import type { HostFit } from './host-fit.ts';
import { changedArtifacts, makeFiles } from './make-artifacts.ts';
import { CACHE, PROJECT, siteCache, SITES } from '../system/project.ts';
import type { SiteOptions } from '../output/options.ts';
import { refuseForeignFolder } from '../output/out-folder.ts';
import { createOutput } from '../output/output.ts';
import type { Progress } from '../output/progress.ts';
import { readSite, removeLeftovers } from './read-site.ts';
import type { LoadedSite } from './read-site.ts';
import { pageArtifacts } from '../renderer/render-page.ts';
import { renderPages } from '../renderer/render-pages.ts';
import { SEARCH_SOURCES } from '../search/index/index-keys.ts';
import { searchArtifacts } from '../search/index/search-artifacts.ts';
import type { SearchArtifacts } from '../search/index/search-artifacts.ts';
import {
  attachmentArtifacts,
  deliveryArtifacts,
  folderArtifacts,
  pictureArtifacts,
  publicArtifacts,
  replacedFiles,
} from './site-artifacts.ts';
import { forgetSites } from './site-caches.ts';
import { sourceHash } from '../system/source-hash.ts';

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
const PATIENCE_MS = 60_000;

/** What makes a site's files beside the renderer: the facts that pages are made of, and the files that are no pages. */
export const SITE_SOURCES = [
  ...SEARCH_SOURCES,
  'src/answers',
  'src/output',
  'src/publish',
  'src/renderer',
  'src/build',
];

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
  const { base, content } = current.site;
  const kept = await openRenderer(base, (isDamaged) => progress.say(describeCompiling(isDamaged)));
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
  const engine = `${kept.engine} ${sourceHash(PROJECT, SITE_SOURCES)}`;
  const { artifacts, issues, mend } = await allArtifacts(current, kept, search, progress);
  const last = await lastFiles(options, engine, full, progress);
  const changed = changedArtifacts(artifacts, last);
  const pages = changed.filter((artifact): artifact is PageArtifact => artifact.kind === 'page');
  progress.say(describePages(pages));

  lock.check();
  const output = createOutput(options.out);
  await output.begin();
  const count = progress.count('生成页面');
  const onPage = (done: number, total: number): void => {
    lock.check();
    count(done, total);
  };
  await renderPages(pages, {
    current,
    readings: current.readings,
    kept,
    output,
    onPage,
    ...(workers === undefined ? {} : { workers }),
  });
  await makeFiles(changed, { renditions: current.renditions, output, progress, mend });
  lock.check();
  await output.remove(last.keys(), artifacts);
  // A folder whose history is not known may hold anything.
  if (last.size === 0) await output.prune(artifacts);
  lock.check();
  const files = builtFiles(artifacts, output.made, last);
  await writeRecord(options, engine, await output.finish(), files);
  await current.renditions.prune(picturesOf(artifacts), new Date());
  await current.renditions.save();
  await current.files.save();
  const fit = hostFit(current.site, files, artifacts);
  return { rendered: pages.length, changed: output.changed, issues, fit };
}

function picturesOf(artifacts: Artifacts): Set<string> {
  const made = [...artifacts.values()];
  return new Set(made.flatMap((file) => (file.kind === 'picture' ? [file.picture] : [])));
}

async function allArtifacts(
  current: LoadedSite,
  kept: KeptRenderer,
  search: boolean,
  progress: Progress,
): Promise<Omit<SearchArtifacts, 'artifacts'> & { artifacts: Artifacts }> {
  const replaced = new Set(replacedFiles(current.site));
  const pages = await pageArtifacts(kept.renderer);
  const assets = await folderArtifacts(kept.assets);
  const { artifacts, ...found } = await otherArtifacts(current, search, progress);
  const own = pages.filter(({ path }) => !replaced.has(path));
  return { ...found, artifacts: collectArtifacts([own, assets, artifacts]) };
}

/** What `astro build` does not make itself. */
export async function otherArtifacts(
  current: LoadedSite,
  search: boolean,
  progress: Progress,
): Promise<SearchArtifacts> {
  const nothing = { artifacts: [], issues: [], mend: async () => undefined };
  const { site, files, renditions } = current;
  const found = search ? await searchArtifacts(current, files, progress) : nothing;
  return {
    artifacts: [
      ...attachmentArtifacts(site, files),
      ...pictureArtifacts(site, renditions),
      ...found.artifacts,
      ...deliveryArtifacts(site),
      ...publicArtifacts(site, files),
    ],
    issues: found.issues,
    mend: found.mend,
  };
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
