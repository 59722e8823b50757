/** content/ → the files that differ from those that are live: without `dist/`, and without a build before. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';
import type { BuiltFiles } from '../output/build-record.ts';
import type { SiteOptions } from '../output/options.ts';
import { createOutput } from '../output/output.ts';
import type { Progress } from '../output/progress.ts';
import { openRenderer } from '../renderer/compile-renderer.ts';
import { changesAhead } from '../site/changes-ahead.ts';
import { withSite } from '../site/current-site.ts';
import type { Site } from '../site/site.ts';
import { lockFolder } from '../system/lock.ts';
import { siteCache, SITES } from '../system/project.ts';
import { pathAside } from '../system/write-atomically.ts';
import { allArtifacts, engineOf } from './all-artifacts.ts';
import { PATIENCE_MS } from './build-site.ts';
import { describeCompiling, describeWait } from './describe-build.ts';
import { keepWhatWasRead, makeChanges } from './make-changes.ts';
import { readSite, removeLeftovers } from './read-site.ts';
import type { LoadedSite } from './read-site.ts';
import { forgetSites } from './site-caches.ts';

/** A site that is ready to be published. */
export interface MadeRelease {
  site: Site;
  engine: string;
  /** When something changes by time alone (ISO, UTC); '' where nothing does. */
  next: string;
  /** All files, made now or live already. */
  files: BuiltFiles;
  /** Absolute path of a file that was made now. */
  pathOf(path: string): string | undefined;
}

/** What is live: files of another engine say nothing. */
export interface LiveFiles {
  engine: string;
  files: BuiltFiles;
}

/**
 * Reads the site, makes what differs, and hands it to `publish`; what was made is removed then.
 * @param readLive what is live, asked when no other build of the site is at work
 * @returns the content's problems; when one of them stops, nothing was made or published
 */
export async function makeRelease(
  site: SiteOptions,
  readLive: () => Promise<LiveFiles | undefined>,
  progress: Progress,
  publish: (release: MadeRelease) => Promise<void>,
): Promise<Issue[]> {
  const cache = siteCache(site.roots);
  const onWait = (pid: number): void => progress.say(describeWait(pid));
  const free = await lockFolder(cache, { patience: PATIENCE_MS, onWait });
  const staging = await pathAside(join(cache, 'release'));
  try {
    const live = await readLive();
    await removeLeftovers(cache);
    progress.say('读取稿件……');
    const { current, issues } = await readSite(site);
    if (!current) return issues;
    await mkdir(staging);
    const made = await makeInto(staging, current, live, progress);
    const [change] = changesAhead(current.site.content, site.now);
    await publish({ ...made.release, next: change?.at.toISOString() ?? '' });
    return [...issues, ...made.issues];
  } finally {
    await rm(staging, { recursive: true, force: true });
    await free();
    await forgetSites(SITES);
  }
}

async function makeInto(
  staging: string,
  current: LoadedSite,
  live: LiveFiles | undefined,
  progress: Progress,
): Promise<{ release: Omit<MadeRelease, 'next'>; issues: Issue[] }> {
  const { site } = current;
  const kept = await openRenderer(site, (isDamaged) => progress.say(describeCompiling(isDamaged)));
  try {
    const engine = engineOf(kept);
    const last: BuiltFiles = live?.engine === engine ? live.files : new Map();
    const output = createOutput(staging);
    const { files, issues } = await withSite(current, async () => {
      const { artifacts, issues, mend } = await allArtifacts(current, kept, true, progress);
      const check = (): void => undefined;
      const to = { last, output, progress, check, mend };
      const made = await makeChanges(artifacts, { current, kept, ...to });
      await keepWhatWasRead(current, artifacts);
      return { ...made, issues };
    });
    const release: Omit<MadeRelease, 'next'> = {
      site,
      engine,
      files,
      pathOf(path) {
        const file = join(staging, path);
        return output.made.has(path) && existsSync(file) ? file : undefined;
      },
    };
    return { release, issues };
  } finally {
    kept.giveBack();
  }
}
