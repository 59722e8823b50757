/**
 * What the last build of a site left in its folder: key, SHA-256 and size of every file. It counts only while the folder is as that
 * build left it; a foreign, exchanged or half-written one makes a full build.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from 'node:crypto';
import type { FileDigest } from '../system/file-digest.ts';
import { writeAtomically } from '../system/write-atomically.ts';
import type { Artifacts } from './artifacts.ts';
import { siteCache } from '../system/project.ts';
import type { SiteOptions } from './options.ts';
import { MARK } from './out-folder.ts';

/** A file of `dist/`: what it was made of, and what is in it. */
export type BuiltFile = readonly [key: string, sha256: string, size: number];

/** By path. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

interface Stored {
  engine: string;
  /** Time of the mark's last change: written last, it dates the folder. */
  markedAt: number;
  files: [path: string, BuiltFile][];
}

/** Why there is nothing to build upon, as the log says it. */
export type FullBuildReason = 'first' | 'engine' | 'foreign' | 'asked';

/**
 * The files of the last build, or why all must be made anew.
 * @param engine hash of what renders pages
 */
export async function readRecord(
  options: SiteOptions,
  engine: string,
): Promise<{ files: BuiltFiles } | { reason: FullBuildReason }> {
  const stored = await readStored(recordFile(options));
  if (!stored) return { reason: 'first' };
  const mark = join(options.out, MARK);
  const text = await readFile(mark, 'utf8').catch(() => undefined);
  const markedAt = text === '' ? (await stat(mark)).mtimeMs : undefined;
  if (markedAt !== stored.markedAt) return { reason: 'foreign' };
  if (stored.engine !== engine) return { reason: 'engine' };
  return { files: new Map(stored.files) };
}

/**
 * Called after the last change.
 * @param engine hash of what renders pages
 * @param markedAt when the folder was marked, as `Output.finish` says it
 */
export async function writeRecord(
  options: SiteOptions,
  engine: string,
  markedAt: number,
  files: BuiltFiles,
): Promise<void> {
  const stored: Stored = { engine, markedAt, files: [...files] };
  await writeAtomically(recordFile(options), JSON.stringify(stored), { isDurable: true });
}

/**
 * The files of `dist/` as they are after a build.
 * @param artifacts all that it has
 * @param made those that were made in this build
 * @param last those of the build before
 */
export function builtFiles(
  artifacts: Artifacts,
  made: ReadonlyMap<string, FileDigest>,
  last: BuiltFiles,
): BuiltFiles {
  const files = new Map<string, BuiltFile>();
  for (const [path, { key }] of artifacts) {
    const digest = made.get(path);
    const file: BuiltFile | undefined = digest ? [key, digest.sha256, digest.size] : last.get(path);
    if (!file) throw new Error(`${path} was not made`);
    files.set(path, file);
  }
  return files;
}

/** One site may be built into several folders. */
function recordFile({ roots, out }: SiteOptions): string {
  const name = hash('sha256', out, 'hex').slice(0, 8);
  return join(siteCache(roots), `built-${name}.json`);
}

async function readStored(file: string): Promise<Stored | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stored;
  } catch {
    return undefined;
  }
}
