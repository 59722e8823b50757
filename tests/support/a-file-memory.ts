/** A memory of files that tests keep where they like. */
import { join } from 'node:path';
import type { ContentFiles } from '../../src/reading/content-memory.ts';
import { openFileMemory } from '../../src/system/file-memory.ts';

/** @param folder where it is kept */
export function aFileMemory(
  folder: string,
  change: {
    folders?: readonly string[];
    paranoid?: boolean;
    versions?: Record<string, string>;
  } = {},
): ContentFiles {
  return openFileMemory({ file: join(folder, 'files.json'), folders: [], ...change });
}
