/** Once a day the cache lets go of texts of attachments: what no build of the last thirty days had, and was not read in that time. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isOld, noteUses } from '../images/forget-pictures.ts';
import { TEXTS } from './attachment-text.ts';

/** The next day goes on. */
const REMOVED_AT_MOST = 1_000;

/**
 * @param cacheFolder as for reading
 * @param names under which the texts of all attachments of the site are kept
 * @returns how many went
 */
export async function forgetTexts(
  cacheFolder: string,
  names: readonly string[],
  now: Date,
): Promise<number> {
  const folder = join(cacheFolder, TEXTS);
  const kept = (await readdir(folder).catch((): string[] => [])).filter((name) =>
    /^[0-9a-f]{24}\.json$/.test(name),
  );
  if (kept.length === 0) return 0;
  const used = await noteUses(folder, names, now);
  if (!used) return 0;
  let removed = 0;
  for (const name of kept) {
    if (removed === REMOVED_AT_MOST) break;
    if (used.has(name) || !(await isOld(join(folder, name), now))) continue;
    await rm(join(folder, name), { force: true });
    removed += 1;
  }
  return removed;
}
