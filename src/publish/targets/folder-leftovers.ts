/** What lies in a folder beside the site's files. */
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ifMissing } from './folder-errors.ts';

const TEMPORARY = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** What a publication that was killed was just writing. */
export async function removeTemporaries(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(ifMissing)) ?? [];
  for (const name of names.filter((each) => TEMPORARY.test(each))) {
    await rm(join(folder, name), { force: true });
  }
}

/** Names that a new site would have beside it: all but hidden ones (`.well-known/`), and a disk's own. */
export async function otherNames(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(ifMissing)) ?? [];
  return names.filter((name) => !name.startsWith('.') && name !== 'lost+found');
}

/** The folders above a file that went, as far up as they are empty. */
export async function removeEmpty(root: string, path: string): Promise<void> {
  for (let at = path; at !== '.'; at = dirname(at)) {
    const isGone = await rmdir(join(root, at)).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
