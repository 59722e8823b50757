/** A log of git's that takes long, kept by the commit up to which it goes: of later commits the rest is asked for. */
import { join } from 'node:path';
import { z } from 'zod';
import { readKept, writeKept } from '../../system/kept-json.ts';
import { git } from '../../system/run-git.ts';

const keptSchema = z.object({ asked: z.string(), head: z.string(), log: z.string() });

/**
 * The same text as `read([])` gives.
 * @param content absolute path of a folder in the repository
 * @param cache folder of the site; left out, nothing is kept
 * @param asked what the log is of: another question has another answer
 * @param read asks git, for a range of commits or for all of them
 * @throws GitError
 */
export async function withMemory(
  content: string,
  cache: string | undefined,
  asked: string,
  read: (commits: readonly string[]) => Promise<string>,
): Promise<string> {
  if (cache === undefined) return read([]);
  const file = join(cache, 'inspected-history.json');
  const head = await git(content, ['rev-parse', 'HEAD']);
  const kept = keptSchema.safeParse(readKept(file)).data;
  const known = kept?.asked === asked ? kept : undefined;
  if (known?.head === head) return known.log;
  const isOnTop = known !== undefined && (await followsInOneRow(content, known.head, head));
  const log = isOnTop
    ? [await read([`${known.head}..${head}`]), known.log].filter((part) => part !== '').join('\n')
    : await read([]);
  await writeKept(file, { asked, head, log });
  return log;
}

/** Whether each commit since has one parent: then git tells them before all that are known, in the order of the whole. */
async function followsInOneRow(content: string, from: string, to: string): Promise<boolean> {
  const after = await git(content, ['rev-list', '--parents', `${from}..${to}`]).catch(() => '');
  const commits = after.split('\n').map((line) => line.split(' '));
  const isRow = commits.every(
    ([, parent, ...more], at) =>
      more.length === 0 && parent === (at === commits.length - 1 ? from : commits[at + 1]?.[0]),
  );
  return after !== '' && isRow;
}
