/**
 * What the last build of a site left in its folder: the key of every file. It counts only while the folder is as that
 * build left it; a foreign, exchanged or half-written one makes a full build.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from 'node:crypto';
import { writeAtomically } from '../system/write-atomically.ts';
import type { Artifacts } from './artifacts.ts';
import { siteCache } from '../system/project.ts';
import type { SiteOptions } from './options.ts';
import { MARK } from './out-folder.ts';

/** Keys by path. */
export type FileKeys = ReadonlyMap<string, string>;

interface Stored {
  engine: string;
  /** Time of the mark's last change: written last, it dates the folder. */
  markedAt: number;
  files: [path: string, key: string][];
}

/** Why there is nothing to build upon, as the log says it. */
export type FullBuildReason = 'first' | 'engine' | 'foreign' | 'asked';

const BUILDING = 'building';

/**
 * The files of the last build, or why all must be made anew.
 * @param engine hash of what renders pages
 */
export async function readRecord(
  options: SiteOptions,
  engine: string,
): Promise<{ files: FileKeys } | { reason: FullBuildReason }> {
  const stored = await readStored(recordFile(options));
  if (!stored) return { reason: 'first' };
  const mark = join(options.out, MARK);
  const text = await readFile(mark, 'utf8').catch(() => undefined);
  const markedAt = text === '' ? (await stat(mark)).mtimeMs : undefined;
  if (markedAt !== stored.markedAt) return { reason: 'foreign' };
  if (stored.engine !== engine) return { reason: 'engine' };
  return { files: new Map(stored.files) };
}

/** Called before the first change to the folder: a build that ends here is known by it. */
export async function markUnfinished({ out }: SiteOptions): Promise<void> {
  await mkdir(out, { recursive: true });
  await writeFile(join(out, MARK), BUILDING);
}

/** Called after the last change. */
export async function writeRecord(
  options: SiteOptions,
  engine: string,
  artifacts: Artifacts,
): Promise<void> {
  const mark = join(options.out, MARK);
  await writeFile(mark, '');
  const { mtimeMs: markedAt } = await stat(mark);
  const files = [...artifacts].map(([path, { key }]): [string, string] => [path, key]);
  const stored: Stored = { engine, markedAt, files };
  await writeAtomically(recordFile(options), JSON.stringify(stored), { isDurable: true });
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
