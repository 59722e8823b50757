/** The search index as files of `dist/`. */
import { join } from 'node:path';
import type { Issue } from '../../model/issue.ts';
import type { ContentFiles } from '../../reading/content-memory.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import type { Artifact } from '../../output/artifacts.ts';
import { siteCache } from '../../system/project.ts';
import type { Progress } from '../../output/progress.ts';
import { searchSources } from './search-documents.ts';
import { remakeSearchIndex, updateSearchIndex } from './search-index.ts';

export interface SearchArtifacts {
  artifacts: Artifact[];
  issues: Issue[];
  /** Makes their sources anew: one of them was found damaged. */
  mend(): Promise<void>;
}

export async function searchArtifacts(
  current: CurrentSite,
  files: ContentFiles,
  progress: Progress,
): Promise<SearchArtifacts> {
  const cacheFolder = join(siteCache(current.site.content.roots), 'search');
  const indexed = async (make: typeof updateSearchIndex) => {
    const { sources, finish } = searchSources(current, cacheFolder, files);
    const index = make({ sources, cacheFolder, progress });
    const issues = await index.then(finish, finish);
    return { ...(await index), issues };
  };
  const { files: made, documentsIndexed, issues } = await indexed(updateSearchIndex);
  if (documentsIndexed > 0) progress.say(`建立搜索索引：${documentsIndexed} 篇`);
  const artifacts = [...made].map(([path, file]): Artifact => ({
    kind: 'copy',
    path,
    ...file,
    isKept: true,
  }));
  const mend = async () => void (await indexed(remakeSearchIndex));
  return { artifacts, issues, mend };
}
