/** Makes the files of `dist/` that changed, and removes those that are no longer. */
import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { realpath, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeCleaned } from '../images/clean/clean-pieces.ts';
import { foldCase } from '../site/address-key.ts';
import type { CurrentSite } from '../site/current-site.ts';
import type { Artifact, Artifacts } from '../output/artifacts.ts';
import type { FileKeys } from '../output/build-record.ts';
import type { Output } from '../output/output.ts';
import type { Progress } from '../output/progress.ts';

/** The artifacts whose key is not that of the last build, or that are made each time. */
export function changedArtifacts(artifacts: Artifacts, last: FileKeys): Artifact[] {
  return [...artifacts.values()].filter(({ path, key }) => key === '' || last.get(path) !== key);
}

/**
 * Copies, writes and encodes; pages are rendered elsewhere.
 * @param options.full believe no picture's size, compare the bytes
 */
export async function makeFiles(
  artifacts: readonly Artifact[],
  { pictures }: CurrentSite,
  output: Output,
  progress: Progress,
  { full }: { full: boolean } = { full: false },
): Promise<void> {
  for (const artifact of artifacts) {
    if (artifact.kind === 'copy') {
      const { source, path, isCleaned } = artifact;
      if (isCleaned) output.make(path, (temporary) => writeCleaned(source, temporary));
      else output.copy(source, path);
    }
    if (artifact.kind === 'text') output.write(artifact.path, artifact.text);
  }
  const keys = new Set(
    artifacts.flatMap((artifact) => (artifact.kind === 'picture' ? [artifact.picture] : [])),
  );
  if (keys.size === 0) return;
  progress.say(`处理图片：${keys.size} 张……`);
  const count = progress.count('处理图片');
  output.changed += await pictures.writeAll(keys, output.folder, {
    progress: (done) => count(done, keys.size),
    by: full ? 'bytes' : 'size',
  });
}

/** Removes what the last build made and this one has not; folders that become empty go too. */
export async function removeGone(
  out: string,
  artifacts: Artifacts,
  last: FileKeys,
): Promise<number> {
  const gone = [...last.keys()].filter((path) => !artifacts.has(path));
  if (gone.length === 0) return 0;
  const root = await realpath(out);
  const kept = new Map([...artifacts.keys()].map((path) => [foldCase(path), path]));
  for (const path of gone) {
    const file = join(out, path);
    // Behind a link that somebody put there lies what is not ours.
    const real = await realpath(dirname(file)).catch(() => undefined);
    if (real !== join(root, dirname(path))) continue;
    const state = stateOf(file);
    // A name that was a file may be a folder now, or lie below what is a file now: then it has gone already.
    if (!state || state.isDirectory()) continue;
    // Where case does not count, two names may be one file.
    const alike = kept.get(foldCase(path));
    if (alike !== undefined && stateOf(join(out, alike))?.ino === state.ino) continue;
    await rm(file, { force: true });
    for (let folder = dirname(file); folder !== out; folder = dirname(folder)) {
      // A folder that still holds something refuses to go, and should stay.
      const isRemoved = await rmdir(folder).then(
        () => true,
        () => false,
      );
      if (!isRemoved) break;
    }
  }
  return gone.length;
}

function stateOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
