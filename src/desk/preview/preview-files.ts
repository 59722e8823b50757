/** The files that pages show: the engine's style sheets and scripts, pictures and attachments of articles, the bureau's own. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileAt } from '../../build/dev-files.ts';
import type { LoadedSite } from '../../build/read-site.ts';
import { folderArtifacts } from '../../build/site-artifacts.ts';

export interface PreviewFile {
  bytes: Uint8Array;
  /** Its name is another one when its bytes are. */
  isLasting: boolean;
}

export interface PreviewFiles {
  /**
   * @param path below the site's root, decoded
   * @returns undefined where readers would get no such file
   */
  file(shown: LoadedSite, path: string): Promise<PreviewFile | undefined>;
}

/** @param assets the folder of what was compiled for browsers */
export async function previewFiles(assets: string): Promise<PreviewFiles> {
  const compiled = new Map<string, Uint8Array>();
  for (const artifact of await folderArtifacts(assets)) {
    if (artifact.kind === 'copy') compiled.set(artifact.path, await readFile(artifact.source));
  }
  return {
    async file(shown, path) {
      const own = compiled.get(path);
      if (own) return { bytes: own, isLasting: true };
      const { publicFiles, roots } = shown.site.content;
      if (publicFiles.includes(path)) {
        return { bytes: await readFile(join(roots.public, path)), isLasting: false };
      }
      const bytes = await fileAt(shown, path);
      return bytes && { bytes, isLasting: path.startsWith('_images/') };
    },
  };
}
