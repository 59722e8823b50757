import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Output } from './output.ts';

/**
 * Copies every file of a folder into the output; a folder that is not there has none.
 * @param into where in the output, '' or a path that ends with a slash
 */
export async function copyFolder(folder: string, output: Output, into = ''): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) {
    await output.copy(file, into + relative(folder, file).split(sep).join('/'));
  }
}
