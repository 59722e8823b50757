/** What is committed goes to where readers are, and what that recorded is committed behind it. */
import type { Roots } from '../../model/content.ts';
import type { SiteOptions } from '../../output/options.ts';
import { upstreamOf } from '../../keeper/git.ts';
import { ledgerPath } from '../../site/ledger/ledger-line.ts';
import { git, GitError } from '../../system/run-git.ts';
import { committedRoots, takeLedger } from './committed-site.ts';
import { MOVING_MS } from './follow-remote.ts';
import { gitTrouble } from './git-refusals.ts';
import { notePublished } from './published-without-git.ts';
import type { Publisher } from './publisher.ts';
import type { Apart } from './turns.ts';

export interface Publication {
  options: SiteOptions;
  publisher: Publisher;
  apart: Apart;
}

/**
 * @param commit undefined where there is no git: what lies in the folders is published, then
 * @param tell hears how far it is
 * @returns with `left`: what was published and could not be committed behind it
 */
export async function publishCommit(
  { options: { roots }, publisher, apart }: Publication,
  commit: string | undefined,
  tell: (words: string) => void,
): Promise<{ isDone: boolean; said: string; left?: string | undefined }> {
  if (commit === undefined) {
    const begun = Date.now();
    const published = await publisher.publish(roots, tell);
    if (published.isDone) await notePublished(roots.content, begun);
    return published;
  }
  const committed = await committedRoots(roots, commit);
  // Of what is committed: who saves meanwhile changes nothing of it.
  const published = await apart(() => publisher.publish(committed, tell));
  const isTaken = await takeLedger(committed, roots);
  if (!published.isDone || !isTaken) return published;
  return { ...published, left: await commitLedger(roots, commit, apart) };
}

/**
 * Addresses belong to the texts that have them: they are committed, and handed on where those were. Where that cannot be, the next
 * publication takes them along.
 * @returns why it cannot be
 */
async function commitLedger(
  roots: Roots,
  commit: string,
  apart: Apart,
): Promise<string | undefined> {
  const { content } = roots;
  const ledger = ledgerPath(roots);
  try {
    if ((await git(content, ['rev-parse', 'HEAD'])) !== commit) return undefined;
    const followed = await git(content, ['rev-parse', '@{upstream}']).catch(() => '');
    await git(content, ['add', '--', ledger]);
    const message = ['--quiet', '--message', '记下发布的网址'];
    await git(content, ['commit', ...message, '--', ledger]);
    const upstream = followed === commit ? await upstreamOf(content) : undefined;
    if (!upstream) return undefined;
    const head = await git(content, ['rev-parse', 'HEAD']);
    const push = ['push', '--quiet', upstream.remote, `${head}:${upstream.ref}`];
    await apart(() => git(content, push, MOVING_MS));
    return undefined;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return `新的网址记在这台电脑上，还没有提交（${gitTrouble(error).message}）；下一次发布时一起提交，不用管。`;
  }
}
