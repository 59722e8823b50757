/**
 * Once a day the cache lets go of pictures: what no build of the last thirty days used, and was not made in that time.
 * Going back to a picture within a month costs nothing, and the cache stays as large as a month of the site.
 */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../system/write-atomically.ts';

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/** Key → day of the last use, as a number. Its own time is that of the last look. */
const USES_FILE = 'uses.json';

type Uses = Record<string, number>;

/**
 * @param cacheFolder where renditions lie, named after their pictures' keys; or what else is kept by keys
 * @param keys of what the build used
 * @returns the keys of all that were used in the last thirty days; undefined when today's look was had
 */
export async function noteUses(
  cacheFolder: string,
  keys: Iterable<string>,
  now: Date,
): Promise<ReadonlySet<string> | undefined> {
  const file = join(cacheFolder, USES_FILE);
  const today = dayOf(now.getTime());
  const last = await stat(file).catch(() => undefined);
  if (last && dayOf(last.mtimeMs) === today) return undefined;
  const known = Object.entries(await readUses(file)).filter(([, day]) => isRecent(day, today));
  const uses: Uses = Object.fromEntries(known);
  for (const key of keys) uses[key] = today;
  await writeAtomically(file, JSON.stringify(uses));
  return new Set(Object.keys(uses));
}

/** Removes the renditions of all but these pictures, unless they are new. Answers the number of files removed. */
export async function removeRenditions(
  folder: string,
  keys: ReadonlySet<string>,
  now: Date,
): Promise<number> {
  const names = await readdir(folder).catch((): string[] => []);
  let removed = 0;
  for (const name of names) {
    const key = /^([0-9a-f]{12})-/.exec(name)?.[1];
    if (key === undefined || keys.has(key)) continue;
    if (!(await isOld(join(folder, name), now))) continue;
    await rm(join(folder, name), { force: true });
    removed += 1;
  }
  return removed;
}

/** Whether a file is there, and was not made in the last thirty days. */
export async function isOld(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !isRecent(dayOf(found.mtimeMs), dayOf(now.getTime()));
}

/** A clock that was set back counts as recent, one that was far ahead does not keep a picture for ever. */
function isRecent(day: number, today: number): boolean {
  return Math.abs(today - day) <= KEPT_DAYS;
}

function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / DAY_MS);
}

async function readUses(file: string): Promise<Uses> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Uses;
  } catch {
    return {};
  }
}
