/** An article that somebody has changed in the bureau's repository meanwhile: theirs comes here, and both are shown. */
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleFile } from '../../model/article.ts';
import { siteCache } from '../../system/project.ts';
import { git, GitError } from '../../system/run-git.ts';
import type { Refusal } from '../api.ts';
import { deletedThere } from './deleted-there.ts';
import { gitFacts } from './desk-git.ts';
import { gitTrouble } from './git-refusals.ts';
import { forgetHeld, heldFrom, IN_THE_WAY, joined, moveTo } from './join-theirs.ts';

/**
 * Of what was fetched. What lay here is set aside in the cache; whoever wrote it has it in the browser, too.
 * @param content absolute path
 * @param by who asks; undefined on one's own machine
 * @returns `elsewhere`: another text lies here now; a refusal where theirs cannot be had, and what lay here lies here then
 */
export async function theirsFirst(
  content: string,
  place: ArticleFile,
  by: string | undefined,
): Promise<'elsewhere' | Refusal | undefined> {
  try {
    const { isThere, isFollowed } = await gitFacts(content);
    if (!isThere || !isFollowed) return undefined;
    const deleted = await deletedThere(content, place, by);
    if (deleted === 'known') return await stayBehindDeletion(content, place);
    if (deleted) return deleted;
    return (await takeTheirs(content, place)) ? 'elsewhere' : undefined;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const { message, fix } = gitTrouble(error);
    return { message: `别人改过这篇稿件，没能取过来：${message}`, fix: `${fix}稿件没有改动。` };
  }
}

async function takeTheirs(content: string, place: ArticleFile): Promise<boolean> {
  const own = place.folder ?? place.path;
  const differs = (range: string): Promise<boolean> =>
    git(content, ['diff', '--name-only', range, '--', own]).then((names) => names !== '');
  if ((await heldFrom(content, place.id)) !== undefined) {
    const isAnother = await differs('HEAD');
    if (isAnother) {
      await setAside(place, own, content);
      await asCommitted(content, own);
    }
    await forgetHeld(content, place.id);
    return isAnother;
  }
  if (!(await differs('HEAD...@{upstream}'))) return false;
  // What is committed here is joined by git, or said to be in conflict.
  if (!(await differs('@{upstream}')) || (await differs('@{upstream}...HEAD'))) return false;
  const aside = await setAside(place, own, content);
  try {
    await asCommitted(content, own);
    await follow(content);
    return true;
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    await cp(aside, own, { recursive: true });
    throw error;
  }
}

/** What was deleted there stays here, as a text that git does not know: it goes back there as a new one. */
async function stayBehindDeletion(content: string, place: ArticleFile): Promise<undefined> {
  const own = place.folder ?? place.path;
  if ((await heldFrom(content, place.id)) === undefined) {
    const aside = await setAside(place, own, content);
    await follow(content);
    if (!existsSync(place.path)) await cp(aside, own, { recursive: true });
  }
  await forgetHeld(content, place.id);
}

async function follow(content: string): Promise<void> {
  const inTheWay = await moveTo(content, await joined(content));
  if (inTheWay.length > 0) throw new GitError(`${IN_THE_WAY} ${inTheWay.join('、')}`);
}

/** @returns the copy */
async function setAside({ id }: ArticleFile, own: string, content: string): Promise<string> {
  const folder = join(siteCache({ content }), 'set-aside', `${id}-${Date.now()}`);
  const aside = join(folder, basename(own));
  await cp(own, aside, { recursive: true });
  return aside;
}

async function asCommitted(content: string, own: string): Promise<void> {
  await git(content, ['checkout', '--quiet', 'HEAD', '--', own]).catch(() => '');
  await git(content, ['clean', '--quiet', '--force', '-d', '--', own]);
}
