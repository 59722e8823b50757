/** An article that somebody has changed in the bureau's repository meanwhile: theirs comes here, and both are shown. */
import { cp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleFile } from '../../model/article.ts';
import { siteCache } from '../../system/project.ts';
import { git } from '../../system/run-git.ts';
import { gitFacts } from './desk-git.ts';

/** Time for what goes over the network. */
const MOVING_MS = 120_000;

/**
 * What lay here is set aside in the cache; whoever wrote it has it in the browser, too.
 * @param content absolute path
 * @returns whether another text lies here now
 * @throws GitError where theirs cannot be had; what lay here lies here then
 */
export async function takeTheirs(content: string, place: ArticleFile): Promise<boolean> {
  const { isThere, isFollowed } = await gitFacts(content);
  if (!isThere || !isFollowed) return false;
  const own = place.folder ?? place.path;
  const differs = (range: string): Promise<boolean> =>
    git(content, ['diff', '--name-only', range, '--', own]).then((names) => names !== '');
  // Without a network, what pushes says so.
  const isFetched = await git(content, ['fetch', '--quiet'], MOVING_MS).then(
    () => true,
    () => false,
  );
  if (!isFetched || !(await differs('HEAD...@{upstream}'))) return false;
  // What is committed here is joined by git, or said to be in conflict.
  if (!(await differs('@{upstream}')) || (await differs('@{upstream}...HEAD'))) return false;
  const aside = join(
    siteCache({ content }),
    'set-aside',
    `${place.id}-${Date.now()}`,
    basename(own),
  );
  await cp(own, aside, { recursive: true });
  try {
    await git(content, ['checkout', '--quiet', 'HEAD', '--', own]).catch(() => '');
    await git(content, ['clean', '--quiet', '--force', '-d', '--', own]);
    await git(content, ['pull', '--quiet', '--rebase', '--autostash'], MOVING_MS);
    return true;
  } catch (error) {
    await git(content, ['rebase', '--abort']).catch(() => '');
    await rm(own, { recursive: true, force: true });
    await cp(aside, own, { recursive: true });
    throw error;
  }
}
