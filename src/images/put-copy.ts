/** Rather than a second name for one file: whatever damages a published picture must not damage the cache. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Copies a file, whole or not at all, in the place of whatever has the name. Where the disk can, it shares the bytes until one changes. */
export async function putCopy(from: string, to: string): Promise<void> {
  const draft = join(dirname(to), `.${randomUUID()}.part`);
  try {
    await copyFile(from, draft, constants.COPYFILE_FICLONE);
    await rename(draft, to).catch(async (error: unknown) => {
      if (!isFolderInTheWay(error)) throw error;
      await rm(to, { recursive: true, force: true });
      await rename(draft, to);
    });
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function isFolderInTheWay(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EISDIR' || code === 'ENOTEMPTY' || code === 'EEXIST';
}
