/** Writes the files of `dist/`: only those whose bytes changed, and in the end nothing is left that was not written. */
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
  copyFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

export interface Output {
  folder: string;
  /** Files changed so far. */
  changed: number;
  /** @param path relative to the folder, `/`-separated */
  write(path: string, bytes: Uint8Array | string): Promise<void>;
  copy(source: string, path: string): Promise<void>;
  /** Whether this build has written or claimed a file. */
  has(path: string): boolean;
  /** Marks a file that somebody else wrote as belonging to the site. */
  claim(path: string): void;
  /** Marks the folder as written by us. */
  mark(): Promise<void>;
  /** Removes every file that this build neither wrote nor claimed. */
  prune(): Promise<void>;
}

/** A file of every folder that a build wrote, by which the next build knows that it may remove things there. */
const MARK = '.bureau-press';

/** Whether a folder holds things that no build of ours put there. A missing or empty one does not. */
export async function isForeign(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.some((name) => name !== '.git') && !names.includes(MARK);
}

export function createOutput(folder: string): Output {
  const claimed = new Set<string>();
  const folders = createFolders();
  const output: Output = {
    folder,
    changed: 0,
    async write(path, data) {
      claimed.add(path);
      const target = join(folder, path);
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      const isNew = await folders.ensure(dirname(target));
      if (!isNew && (await holds(target, bytes))) return;
      await replace(target, (temporary) => writeFile(temporary, bytes));
      output.changed += 1;
    },
    async copy(source, path) {
      claimed.add(path);
      const target = join(folder, path);
      const isNew = await folders.ensure(dirname(target));
      if (!isNew && (await sameFile(source, target))) return;
      await replace(target, (temporary) => copyFile(source, temporary));
      output.changed += 1;
    },
    has: (path) => claimed.has(path),
    claim: (path) => claimed.add(path),
    mark: () => output.write(MARK, ''),
    prune: () => prune(folder, claimed),
  };
  return output;
}

/** Folders made so far; a file that stands in the way of one is of an older build. */
function createFolders(): { ensure(path: string): Promise<boolean> } {
  const known = new Set<string>();
  return {
    /** True when the folder was not there: nothing in it has to be compared. */
    async ensure(path) {
      if (known.has(path)) return false;
      const made = await mkdir(path, { recursive: true }).catch(async () => {
        await removeFileAbove(path);
        return mkdir(path, { recursive: true });
      });
      known.add(path);
      return made !== undefined;
    },
  };
}

async function removeFileAbove(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isDirectory()) await rm(path);
  else if (!found && dirname(path) !== path) await removeFileAbove(dirname(path));
}

async function holds(target: string, bytes: Uint8Array): Promise<boolean> {
  const present = await readFile(target).catch(() => undefined);
  return present !== undefined && present.equals(bytes);
}

/** A reader, or a build that is killed, never meets half a file. */
async function replace(target: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${target}.part`;
  await write(temporary);
  await rename(temporary, target).catch(async () => {
    // A folder of an older build has the name.
    await rm(target, { recursive: true });
    await rename(temporary, target);
  });
}

async function sameFile(source: string, target: string): Promise<boolean> {
  const [from, to] = await Promise.all([stat(source), stat(target).catch(() => undefined)]);
  if (!to || from.size !== to.size) return false;
  const [a, b] = await Promise.all([readFile(source), readFile(target)]);
  return a.equals(b);
}

async function prune(folder: string, claimed: ReadonlySet<string>): Promise<void> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  // People publish dist/ from a checkout of its own.
  const entries = all.filter(
    (entry) => !isGit(relative(folder, join(entry.parentPath, entry.name))),
  );
  const files = entries.filter((entry) => !entry.isDirectory());
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    if (!claimed.has(relative(folder, path).split(sep).join('/'))) await rm(path);
  }
  const folders = entries.filter((entry) => entry.isDirectory());
  // Deepest first; a folder that still holds something refuses to go, and should stay.
  for (const entry of folders.toReversed().toSorted((a, b) => depth(b) - depth(a))) {
    await rmdir(join(entry.parentPath, entry.name)).catch(() => undefined);
  }
}

function isGit(path: string): boolean {
  return path.split(sep)[0] === '.git';
}

function depth(entry: { parentPath: string; name: string }): number {
  return entry.parentPath.split(sep).length;
}
