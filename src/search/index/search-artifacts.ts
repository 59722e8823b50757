/** The search index as files of `dist/`. */
import { join } from 'node:path';
import type { Issue } from '../../model/issue.ts';
import type { ContentFiles } from '../../reading/content-memory.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import type { Artifact } from '../../output/artifacts.ts';
import { siteCache } from '../../system/project.ts';
import type { Progress } from '../../output/progress.ts';
import { searchSources } from './search-documents.ts';
import { updateSearchIndex } from './search-index.ts';

export async function searchArtifacts(
  current: CurrentSite,
  files: ContentFiles,
  progress: Progress,
): Promise<{ artifacts: Artifact[]; issues: Issue[] }> {
  const cacheFolder = join(siteCache(current.site.content.roots), 'search');
  const { sources, finish } = searchSources(current, cacheFolder, files);
  const index = updateSearchIndex({ sources, cacheFolder, progress });
  const issues = await index.then(finish, finish);
  const { files: made, documentsIndexed } = await index;
  if (documentsIndexed > 0) progress.say(`建立搜索索引：${documentsIndexed} 篇`);
  const artifacts = [...made].map(([path, { source, key }]): Artifact => ({
    kind: 'copy',
    path,
    source,
    key,
  }));
  return { artifacts, issues };
}
