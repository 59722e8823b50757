/**
 * Hashes of the program's own files, by which what it made and kept is known to be of another program. Which files a
 * thing is made of is listed where it is made; `tests/unit/system/source-hash.test.ts` follows the imports and says which
 * one a list lacks.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from './digest.ts';

/**
 * Of names and bytes, the same wherever the project lies; of the packages and of Node as well.
 * @param project absolute path of the project
 * @param paths files and folders below it, `/`-separated; of a folder all that is in it, but for what is written there to be read
 */
export function sourceHash(project: string, paths: readonly string[]): string {
  const sum = createHash('sha256').update(process.version).update(packagesHash(project));
  for (const path of sourceFiles(project, paths)) {
    sum.update('\0').update(path).update('\0');
    sum.update(readFileSync(join(project, path)));
  }
  return sum.digest('hex').slice(0, 16);
}

/** The files that `sourceHash` reads, sorted. */
export function sourceFiles(project: string, paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => (/\.\w+$/.test(path) ? [path] : filesBelow(project, path)));
  return [...new Set(files)].toSorted();
}

function filesBelow(project: string, folder: string): string[] {
  const entries = readdirSync(join(project, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .map((path) => path.replaceAll('\\', '/'));
}

interface Lock {
  packages: Record<string, { version?: string; integrity?: string; dev?: boolean }>;
}

const known = new Map<string, { stamp: string; hash: string }>();

/** Of the packages that a build may load, as the lock file names them; what only tests use counts for nothing. */
export function packagesHash(project: string): string {
  const file = join(project, 'package-lock.json');
  const { size, mtimeMs } = statSync(file);
  const stamp = `${size} ${mtimeMs}`;
  const before = known.get(file);
  if (before?.stamp === stamp) return before.hash;
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const used = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, integrity }]) => `${path} ${version} ${integrity}`);
  const made = shortDigest(used.toSorted().join('\n'), 16);
  known.set(file, { stamp, hash: made });
  return made;
}
