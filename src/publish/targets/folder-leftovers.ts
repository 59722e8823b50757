/** What lies in a folder beside the site's files. */
import type { Disk } from './disk.ts';

const TEMPORARY = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** What a publication that was killed was just writing. */
export async function removeTemporaries(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.names(folder)) {
    if (TEMPORARY.test(name)) await disk.remove(disk.join(folder, name));
  }
}

/** Names that a new site would have beside it: all but hidden ones (`.well-known/`), and a disk's own. */
export async function otherNames(disk: Disk, folder: string): Promise<string[]> {
  const names = await disk.names(folder);
  return names.filter((name) => !name.startsWith('.') && name !== 'lost+found');
}

/** The folders above a file that went, as far up as they are empty. @param path below the root */
export async function removeEmpty(disk: Disk, root: string, path: string): Promise<void> {
  for (let at = path; at !== '.'; at = disk.dirname(at)) {
    if (!(await disk.removeFolder(disk.join(root, at)))) return;
  }
}
