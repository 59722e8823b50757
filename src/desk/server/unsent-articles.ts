/**
 * Articles that are committed and did not reach the site: noted before each publication and forgotten when one has succeeded, for
 * it takes all that is committed along. What a kill leaves noted is said to be unsent, and is sent again.
 */
import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { CACHE, HOME, siteName } from '../../system/project.ts';
import { writeAtomically } from '../../system/write-atomically.ts';

/** One id a line. */
const fileOf = (content: string): string =>
  join(CACHE, 'desk-unsent', `${siteName(relative(HOME, content))}.txt`);

/** @param content absolute path */
export async function unsentArticles(content: string): Promise<ReadonlySet<string>> {
  const text = await readFile(fileOf(content), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter(Boolean));
}

export async function noteUnsent(content: string, id: string): Promise<void> {
  const all = new Set([...(await unsentArticles(content)), id]);
  await writeAtomically(fileOf(content), `${[...all].join('\n')}\n`);
}

export async function forgetUnsent(content: string): Promise<void> {
  await rm(fileOf(content), { force: true });
}
