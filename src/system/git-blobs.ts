/**
 * What git knows of files that are as they were committed: the ids of their blobs. A fresh clone has new times for all its
 * files; by these ids they are known without being read.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface GitBlobs {
  /**
   * The id of the file's blob, where git calls the file unchanged and it was not touched since git was asked. What lies on
   * the disk may be another form of the blob (line ends, filters): compare the size, too.
   * @param path absolute
   */
  of(path: string, state: { ctimeMs: number }): string | undefined;
}

/** Asks git once for each folder; none where there is no git, or no repository. @param folders absolute paths */
export function gitBlobs(folders: readonly string[]): GitBlobs {
  const askedAt = Date.now();
  const blobs = new Map<string, string>();
  for (const folder of folders) {
    if (!isInRepository(folder)) continue;
    const listed = git(folder, ['ls-files', '-z', '-v', '--stage', '--', '.']);
    // Those that git would have to look into count as changed: it is asked for what it knows.
    const changed = git(folder, ['diff-files', '-z', '--name-only', '--relative']);
    if (listed === undefined || changed === undefined) continue;
    const isChanged = new Set(changed.split('\0'));
    for (const line of listed.split('\0')) {
      const [, id, name] = TRACKED.exec(line) ?? [];
      if (id && name && !isChanged.has(name)) blobs.set(join(folder, name), id);
    }
  }
  return { of: (path, { ctimeMs }) => (ctimeMs < askedAt ? blobs.get(path) : undefined) };
}

/** A plain file, merged, which git is not told to take for unchanged (`h`) or to leave out (`S`). */
const TRACKED = /^H 100(?:644|755) ([0-9a-f]{40,64}) 0\t(.+)$/s;

function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** Of a hundred thousand paths 15 MB. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** What it prints; undefined when it fails. It writes nothing, runs no program that the repository names, and compares times fully. */
function git(folder: string, command: readonly string[]): string | undefined {
  const settings = ['core.fsmonitor=false', 'core.checkStat=default', 'core.trustctime=true'];
  const options = settings.flatMap((setting) => ['-c', setting]);
  // Within a hook git names its own folder and index, which are not those of the content.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
  const { status, stdout } = spawnSync('git', [...options, ...command], {
    cwd: folder,
    env: { ...env, GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: MOST_BYTES,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return status === 0 ? stdout : undefined;
}
