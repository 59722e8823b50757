/** Of what the search index is made, as hashes of contents: the same on every machine. */
import { hash } from 'node:crypto';
import { PROJECT } from './options.ts';
import { sourceHash } from './source-hash.ts';

export function shortHash(parts: readonly string[]): string {
  return hash('sha256', parts.join('\0'), 'hex').slice(0, 12);
}

/** All that makes texts of articles and attachments, and tokens of them; Pagefind and the readers are packages. */
export const SEARCH_SOURCES = [
  'src/model',
  'src/markdown',
  'src/images',
  'src/attachments',
  'src/site',
  'src/search',
  'src/build/child-ended.ts',
  'src/build/file-memory.ts',
  'src/build/search-documents.ts',
  'src/build/search-index.ts',
  'src/build/search-keys.ts',
  'src/build/search-presence.ts',
  'src/build/search-shard-process.ts',
  'src/build/search-shards.ts',
];

/** Changes with any of that. */
export function searchVersion(): string {
  return sourceHash(PROJECT, SEARCH_SOURCES);
}
