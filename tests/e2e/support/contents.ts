/** A folder's files as values that can be compared. */
import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Absolute paths of all files below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Hashes of all files by path, sorted by path. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const files = await filesBelow(folder);
  const entries = await Promise.all(
    files.map(
      async (file) => [relative(folder, file), hash('sha256', await readFile(file))] as const,
    ),
  );
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
