/** Which files of `dist/` changed, and makes those that are no pages; `renderer/render-pages.ts` renders pages. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { writeCleaned } from '../images/clean/clean-pieces.ts';
import type { PictureStore } from '../images/picture-store.ts';
import type { Artifact, Artifacts, CopyArtifact, PictureArtifact } from '../output/artifacts.ts';
import type { BuiltFiles } from '../output/build-record.ts';
import type { Output } from '../output/output.ts';
import type { Progress } from '../output/progress.ts';
import { ContentChangedError } from '../system/content-changed.ts';
import { digestFile } from '../system/file-digest.ts';
import { KeptDamagedError } from '../system/kept-damaged.ts';

/** The artifacts whose key is not that of the last build, or that are made each time. */
export function changedArtifacts(artifacts: Artifacts, last: BuiltFiles): Artifact[] {
  return [...artifacts.values()].filter(
    ({ path, key }) => key === '' || last.get(path)?.[0] !== key,
  );
}

interface Making {
  renditions: PictureStore;
  output: Output;
  progress: Progress;
  /** Makes anew what is kept between builds; called once, when one of its files is damaged. */
  mend: () => Promise<void>;
}

/** Copies, writes and encodes. */
export async function makeFiles(
  artifacts: readonly Artifact[],
  { renditions, output, progress, mend }: Making,
): Promise<void> {
  const pictures: PictureArtifact[] = [];
  let isMended = false;
  for (const artifact of artifacts) {
    if (artifact.kind === 'copy') {
      try {
        makeCopy(artifact, output);
      } catch (error) {
        if (!(error instanceof KeptDamagedError) || isMended) throw error;
        isMended = true;
        await mend();
        makeCopy(artifact, output);
      }
    }
    if (artifact.kind === 'text') output.write(artifact.path, artifact.text);
    if (artifact.kind === 'picture') pictures.push(artifact);
  }
  await makePictures(pictures, renditions, output, progress);
}

/**
 * @throws ContentChangedError when the source is not what the artifact's key stands for
 * @throws KeptDamagedError when that is a file of the cache
 */
function makeCopy({ source, path, sha256, isCleaned, isKept }: CopyArtifact, output: Output): void {
  if (isKept && !isFile(source)) throw new KeptDamagedError(source);
  if (isCleaned) output.make(path, (temporary) => writeCleaned(source, temporary));
  else output.copy(source, path);
  if (sha256 === undefined) return;
  const copied = isCleaned ? digestFile(source) : output.made.get(path);
  if (copied?.sha256.startsWith(sha256)) return;
  throw isKept ? new KeptDamagedError(source) : new ContentChangedError(source);
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** As many at a time as there are cores. */
async function makePictures(
  artifacts: readonly PictureArtifact[],
  renditions: PictureStore,
  output: Output,
  progress: Progress,
): Promise<void> {
  const pictures = Map.groupBy(artifacts, ({ picture }) => picture);
  if (pictures.size === 0) return;
  progress.say(`处理图片：${pictures.size} 张……`);
  const count = progress.count('处理图片');
  let done = 0;
  // The lanes share one iterator: each takes the next picture when it is free.
  const queue = pictures.entries();
  const lane = async (): Promise<void> => {
    for (const [picture, wanted] of queue) {
      const files = await renditions.renditions(picture);
      for (const { path } of wanted) {
        const source = files.get(path);
        if (source === undefined) throw new Error(`picture ${picture} has no file ${path}`);
        output.copy(source, path);
      }
      done += 1;
      count(done, pictures.size);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}
