/** Of what the search index is made, as hashes of contents: the same on every machine. */
import { shortDigest } from '../../system/digest.ts';
import { PROJECT } from '../../system/project.ts';
import { sourceHash } from '../../system/source-hash.ts';

export function shortHash(parts: readonly string[]): string {
  return shortDigest(parts.join('\0'), 12);
}

/** All that makes texts of articles and attachments, and tokens of them; Pagefind and the readers are packages. */
export const SEARCH_SOURCES = [
  'src/system',
  'src/labels',
  'src/titles',
  'src/model',
  'src/markdown',
  'src/images',
  'src/attachments',
  'src/rules',
  'src/reading',
  'src/site',
  'src/search',
];

/** Changes with any of that. */
export function searchVersion(): string {
  return sourceHash(PROJECT, SEARCH_SOURCES);
}
