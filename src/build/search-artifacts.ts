/** The search index as files of `dist/`. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CurrentSite } from '../site/current-site.ts';
import type { Artifact } from './artifacts.ts';
import { siteCache } from './options.ts';
import type { Progress } from './progress.ts';
import { searchSources } from './search-documents.ts';
import { LIST, updateSearchIndex } from './search-index.ts';

export async function searchArtifacts(
  current: CurrentSite,
  progress: Progress,
): Promise<Artifact[]> {
  const cacheFolder = join(siteCache(current.site.content.roots), 'search');
  const sources = await searchSources(current, cacheFolder);
  const { files, shardsBuilt, documentsIndexed } = await updateSearchIndex({
    sources,
    cacheFolder,
    progress,
  });
  if (shardsBuilt > 0) progress.say(`建立搜索索引：${documentsIndexed} 篇，${shardsBuilt} 个分片`);
  return [...files].map(([path, source]) => {
    // All other names change with their bytes.
    const key = path === LIST ? hash('sha256', readFileSync(source), 'hex') : 'immutable';
    return { kind: 'copy', path, source, key };
  });
}
