import { mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and all above it. `mkdir` does so too, but where a disk may only be read it says that the folder is missing.
 * @returns the first folder that was made
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const code = await mkdirOrCode(folder);
  if (code === undefined) return folder;
  if (code === 'EEXIST') return undefined;
  const made = await makeFolder(dirname(folder));
  const again = await mkdirOrCode(folder);
  // Whoever had made what is above may be just removing it: asked again, it will be made.
  return again === undefined ? (made ?? folder) : made;
}

/** The same, at once. */
export function makeFolderSync(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    makeFolderSync(dirname(folder));
    mkdirSync(folder, { recursive: true });
  }
}

async function mkdirOrCode(folder: string): Promise<'EEXIST' | 'ENOENT' | undefined> {
  try {
    await mkdir(folder);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' || code === 'ENOENT') return code;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
