/** The search index as files of `dist/`. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../model/issue.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import type { Artifact } from '../../output/artifacts.ts';
import { siteCache } from '../../system/project.ts';
import type { Progress } from '../../output/progress.ts';
import { searchSources } from './search-documents.ts';
import { LIST, updateSearchIndex } from './search-index.ts';

export async function searchArtifacts(
  current: CurrentSite,
  progress: Progress,
): Promise<{ artifacts: Artifact[]; issues: Issue[] }> {
  const cache = siteCache(current.site.content.roots);
  const cacheFolder = join(cache, 'search');
  const { sources, finish } = searchSources(current, cacheFolder, join(cache, 'files.json'));
  const index = updateSearchIndex({ sources, cacheFolder, progress });
  const issues = await index.then(finish, finish);
  const { files, shardsBuilt, documentsIndexed } = await index;
  if (shardsBuilt > 0) progress.say(`建立搜索索引：${documentsIndexed} 篇，${shardsBuilt} 个分片`);
  const artifacts = [...files].map(([path, source]): Artifact => {
    // All other names change with their bytes.
    const key = path === LIST ? hash('sha256', readFileSync(source), 'hex') : 'immutable';
    return { kind: 'copy', path, source, key };
  });
  return { artifacts, issues };
}
