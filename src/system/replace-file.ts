/** A file of staff's exchanged for its mended text: whole or not at all, as it was to everyone else, and nothing left beside it. */
import { randomUUID } from 'node:crypto';
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * @param path of a file that is there
 * @throws what the file system says; the file is then as it was
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  // With a dot in front, nothing that reads the folder meanwhile takes it for a text.
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    await chmod(draft, mode & 0o7777);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
