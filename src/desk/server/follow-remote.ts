/** What others pushed: fetched while nobody waits for it, and looked at before anything is built on it. */
import { upstreamOf } from '../../keeper/git.ts';
import { git, GitError } from '../../system/run-git.ts';

/** Milliseconds for what goes over the network, tried once: somebody waits for it. */
export const MOVING_MS = 30_000;

/** What is being fetched, by folder: two that fetch at once would be in one another's way. */
const underWay = new Map<string, Promise<GitError | undefined>>();

/**
 * Touches no file of the working folder.
 * @param content absolute path
 * @returns why it could not be had; undefined where it is here, or nothing is followed
 */
export function fetchFollowed(content: string): Promise<GitError | undefined> {
  const already = underWay.get(content);
  if (already) return already;
  const fetching = fetchOnce(content).finally(() => underWay.delete(content));
  underWay.set(content, fetching);
  return fetching;
}

async function fetchOnce(content: string): Promise<GitError | undefined> {
  const upstream = await upstreamOf(content);
  if (!upstream) return undefined;
  try {
    await git(content, ['fetch', '--quiet', upstream.remote], MOVING_MS);
    return undefined;
  } catch (error) {
    if (error instanceof GitError) return error;
    throw error;
  }
}

/**
 * Whether the branch that is followed was set back, or written anew, behind what this folder has taken from it: by what git
 * remembers of where it has been.
 * @returns the last commit that both had; undefined where nothing was set back
 */
export async function setBackFrom(content: string): Promise<string | undefined> {
  try {
    const had = await git(content, ['merge-base', '--fork-point', '@{upstream}', 'HEAD']);
    const common = await git(content, ['merge-base', '@{upstream}', had]).catch(() => '');
    return common === had ? undefined : had;
  } catch {
    return undefined;
  }
}
