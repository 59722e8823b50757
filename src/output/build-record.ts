/**
 * What the last build of a site left in its folder: key, SHA-256 and size of every file. It counts only while the folder is as that
 * build left it; a foreign, exchanged or half-written one makes a full build.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileDigest } from '../system/file-digest.ts';
import { shortDigest } from '../system/digest.ts';
import { readKeptRows, writeKeptRows } from '../system/kept-json.ts';
import type { Artifacts } from './artifacts.ts';
import { siteCache } from '../system/project.ts';
import type { SiteOptions } from './options.ts';
import { MARK } from './out-folder.ts';

/** A file of `dist/`: what it was made of, and what is in it. */
export type BuiltFile = readonly [key: string, sha256: string, size: number];

/** By path. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

/** Another one stands for another form of `BuiltFile`. */
const FORM = 1;

interface Head {
  form: typeof FORM;
  engine: string;
  /** Time of the mark's last change: written last, it dates the folder. */
  markedAt: number;
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
  const stored = readKeptRows(recordFile(options));
  const head = stored?.head as Partial<Head> | null | undefined;
  if (!stored || head?.form !== FORM) return { reason: 'first' };
  const mark = join(options.out, MARK);
  const text = await readFile(mark, 'utf8').catch(() => undefined);
  const markedAt = text === '' ? (await stat(mark)).mtimeMs : undefined;
  if (markedAt === undefined || markedAt !== head.markedAt) return { reason: 'foreign' };
  if (head.engine !== engine) return { reason: 'engine' };
  return { files: new Map(stored.rows as [string, BuiltFile][]) };
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
  const head: Head = { form: FORM, engine, markedAt };
  await writeKeptRows(recordFile(options), head, [...files], { isDurable: true });
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
  const name = shortDigest(out, 8);
  return join(siteCache(roots), `built-${name}.json`);
}
