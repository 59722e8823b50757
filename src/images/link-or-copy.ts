import { randomUUID } from 'node:crypto';
import { copyFile, link, rename } from 'node:fs/promises';

/**
 * Gives a file a second name, or copies it where the file system cannot (another disk, some network drives).
 * A target that exists already is left alone: names are made of contents, so it is the same file.
 */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) === 'ENOENT') throw error;
    const draft = `${to}.${randomUUID()}.tmp`;
    await copyFile(from, draft);
    await rename(draft, to);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
