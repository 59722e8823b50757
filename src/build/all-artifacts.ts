/** Every file of a site, with what it is made of. */
import { collectArtifacts } from '../output/artifacts.ts';
import type { Artifacts } from '../output/artifacts.ts';
import type { Progress } from '../output/progress.ts';
import type { KeptRenderer } from '../renderer/compile-renderer.ts';
import { pageArtifacts } from '../renderer/render-page.ts';
import { SEARCH_SOURCES } from '../search/index/index-keys.ts';
import { searchArtifacts } from '../search/index/search-artifacts.ts';
import type { SearchArtifacts } from '../search/index/search-artifacts.ts';
import { PROJECT } from '../system/project.ts';
import { sourceHash } from '../system/source-hash.ts';
import type { LoadedSite } from './read-site.ts';
import {
  attachmentArtifacts,
  deliveryArtifacts,
  folderArtifacts,
  pictureArtifacts,
  publicArtifacts,
  replacedFiles,
} from './site-artifacts.ts';

/** What makes a site's files beside the renderer: the facts that pages are made of, and the files that are no pages. */
export const SITE_SOURCES = [
  ...SEARCH_SOURCES,
  'src/answers',
  'src/review',
  'src/output',
  'src/publish',
  'src/renderer',
  'src/build',
];

/** Of what makes the files: another engine may make others of the same content. */
export function engineOf({ engine }: KeptRenderer): string {
  return `${engine} ${sourceHash(PROJECT, SITE_SOURCES)}`;
}

/** Every file of the site. */
export async function allArtifacts(
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
