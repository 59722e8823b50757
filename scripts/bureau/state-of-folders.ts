import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A text that is another one as soon as a file in these folders is: by names, sizes and times. A folder need not be there. */
export async function stateOf(folders: readonly string[]): Promise<string> {
  const states: string[] = [];
  for (const folder of folders.filter((path) => existsSync(path))) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = await stat(path);
      states.push(`${path}\0${size}\0${mtimeMs}`);
    }
  }
  return states.toSorted().join('\n');
}
