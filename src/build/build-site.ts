/** content/ → dist/: check, find what changed, make that. What `npm run build` calls. */
import type { Unpublished } from '../model/content.ts';
import type { Issue } from '../model/issue.ts';
import { setCurrentSite } from '../site/current-site.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { collectArtifacts } from './artifacts.ts';
import type { Artifact, Artifacts, PageArtifact } from './artifacts.ts';
import { markUnfinished, readRecord, writeRecord } from './build-record.ts';
import type { FileKeys } from './build-record.ts';
import { openRenderer } from './compile-renderer.ts';
import type { KeptRenderer } from './compile-renderer.ts';
import { describeFullBuild, describePages } from './describe-build.ts';
import { lockFolder } from './lock.ts';
import { changedArtifacts, makeFiles, removeGone } from './make-artifacts.ts';
import type { SiteOptions } from './options.ts';
import { createOutput } from './output.ts';
import type { Progress } from './progress.ts';
import { readSite } from './read-site.ts';
import { pageArtifacts } from './render-page.ts';
import { renderPages } from './render-pages.ts';
import { searchArtifacts } from './search-artifacts.ts';
import {
  attachmentArtifacts,
  deliveryArtifacts,
  folderArtifacts,
  pictureArtifacts,
} from './site-artifacts.ts';

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
  unpublished: Unpublished[];
  articles: number;
  /** Pages, feeds and lists that were rendered. */
  rendered: number;
  /** Files of `dist/` whose bytes changed, and that went. */
  changed: number;
}

/** How long a build waits for another one of the same folder. */
const PATIENCE_MS = 60_000;

/** @throws BusyError when another build does not let go of the folder */
export async function buildSite(
  site: SiteOptions,
  progress: Progress,
  options: BuildOptions = { full: false, search: true },
): Promise<BuildResult> {
  progress.say('读取稿件……');
  const { current, issues, unpublished } = await readSite(site);
  if (!current) return { issues, unpublished, articles: 0, rendered: 0, changed: 0 };
  const free = await lockFolder(site.out, {
    patience: PATIENCE_MS,
    onWait: (pid) => progress.say(`另一个生成（进程 ${pid}）还没有结束，等它完成……`),
  });
  try {
    const built = await buildInto(site, current, progress, options);
    const articles = current.site.content.articles.length;
    return { ...built, issues: [...issues, ...built.issues], unpublished, articles };
  } finally {
    await free();
  }
}

async function buildInto(
  options: SiteOptions,
  current: CurrentSite,
  progress: Progress,
  { full, search, workers }: BuildOptions,
): Promise<{ rendered: number; changed: number; issues: Issue[] }> {
  setCurrentSite(current);
  const { site } = current;
  const kept = await openRenderer(site.base, site.content.articles, () =>
    progress.say('编译页面模板（模板改动后的第一次，约十秒）……'),
  );
  const { artifacts, issues } = await allArtifacts(options, current, kept, search, progress);
  const last = await lastFiles(options, kept, full, progress);
  const changed = changedArtifacts(artifacts, last);
  const pages = changed.filter((artifact): artifact is PageArtifact => artifact.kind === 'page');
  progress.say(describePages(pages));

  await markUnfinished(options);
  const output = createOutput(options.out);
  const onPage = progress.count('生成页面');
  await renderPages(pages, {
    current,
    kept,
    output,
    onPage,
    ...(workers === undefined ? {} : { workers }),
  });
  await makeFiles(changed, current, output, progress);
  const gone = await removeGone(options.out, artifacts, last);
  // A folder whose history is not known may hold anything.
  if (last.size === 0) await output.prune(artifacts);
  await writeRecord(options, kept.engine, artifacts);
  await current.pictures.save();
  return { rendered: pages.length, changed: output.changed + gone, issues };
}

/** Pages first: where a file of public/ has the address of a page, the bureau's file has it. */
async function allArtifacts(
  { roots }: SiteOptions,
  current: CurrentSite,
  kept: KeptRenderer,
  search: boolean,
  progress: Progress,
): Promise<{ artifacts: Artifacts; issues: Issue[] }> {
  const pages = await pageArtifacts(kept.renderer);
  const { artifacts, issues } = await otherArtifacts(current, search, progress);
  const assets = await folderArtifacts(kept.assets);
  return {
    artifacts: collectArtifacts([pages, assets, artifacts, await folderArtifacts(roots.public)]),
    issues,
  };
}

/** What `astro build` does not make itself. */
export async function otherArtifacts(
  current: CurrentSite,
  search: boolean,
  progress: Progress,
): Promise<{ artifacts: Artifact[]; issues: Issue[] }> {
  const nothing = { artifacts: [], issues: [] };
  const found = search ? await searchArtifacts(current, progress) : nothing;
  return {
    artifacts: [
      ...attachmentArtifacts(current.site),
      ...pictureArtifacts(current),
      ...found.artifacts,
      ...deliveryArtifacts(current.site),
    ],
    issues: found.issues,
  };
}

async function lastFiles(
  options: SiteOptions,
  { engine }: KeptRenderer,
  full: boolean,
  progress: Progress,
): Promise<FileKeys> {
  const record = full ? { reason: 'asked' as const } : await readRecord(options, engine);
  if ('files' in record) return record.files;
  progress.say(describeFullBuild(record.reason));
  return new Map();
}
