/** Makes those files of a site that are not as they were. */
import type { Artifacts, PageArtifact } from '../output/artifacts.ts';
import { builtFiles } from '../output/build-record.ts';
import type { BuiltFiles } from '../output/build-record.ts';
import type { Output } from '../output/output.ts';
import type { Progress } from '../output/progress.ts';
import type { KeptRenderer } from '../renderer/compile-renderer.ts';
import { renderPages } from '../renderer/render-pages.ts';
import { describePages } from './describe-build.ts';
import { changedArtifacts, makeFiles } from './make-artifacts.ts';
import type { LoadedSite } from './read-site.ts';

export interface MakeOptions {
  current: LoadedSite;
  kept: KeptRenderer;
  /** The files as they are where the site goes: those with the same key are not made. */
  last: BuiltFiles;
  output: Output;
  progress: Progress;
  /** Called now and then; throws when the work is for nothing. */
  check: () => void;
  /** Makes what is kept between builds anew, when some of it is damaged. */
  mend: () => Promise<void>;
  /** Threads that render beside this one; by default as many as there are further cores. */
  workers?: number;
}

/** Within the site. @returns all files as they are then, and how many pages were rendered */
export async function makeChanges(
  artifacts: Artifacts,
  { current, kept, last, output, progress, check, mend, workers }: MakeOptions,
): Promise<{ files: BuiltFiles; rendered: number }> {
  const changed = changedArtifacts(artifacts, last);
  const pages = changed.filter((artifact): artifact is PageArtifact => artifact.kind === 'page');
  progress.say(describePages(pages));
  const count = progress.count('生成页面');
  const onPage = (done: number, total: number): void => {
    check();
    count(done, total);
  };
  const { readings, renditions } = current;
  const own = workers === undefined ? {} : { workers };
  await renderPages(pages, { current, readings, kept, output, onPage, ...own });
  await makeFiles(changed, { renditions, output, progress, mend });
  check();
  return { files: builtFiles(artifacts, output.made, last), rendered: pages.length };
}

/** Keeps what was read and made on the way for the next build. */
export async function keepWhatWasRead(
  { renditions, files }: LoadedSite,
  artifacts: Artifacts,
): Promise<void> {
  await renditions.prune(picturesOf(artifacts), new Date());
  await renditions.save();
  await files.save();
}

function picturesOf(artifacts: Artifacts): Set<string> {
  const made = [...artifacts.values()];
  return new Set(made.flatMap((file) => (file.kind === 'picture' ? [file.picture] : [])));
}
