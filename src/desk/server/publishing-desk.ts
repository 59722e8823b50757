/** A desk that publishes: what it knows of the live site, and what it sends there by itself when that comes due. */
import { instant } from '../../site/dates.ts';
import { git } from '../../system/run-git.ts';
import type { DeskOptions } from './desk-options.ts';
import { gitFacts } from './desk-git.ts';
import { duePublications } from './due-publications.ts';
import type { DuePublications } from './due-publications.ts';
import { fetchFollowed } from './follow-remote.ts';
import { liveSite } from './live-site.ts';
import type { LiveSite } from './live-site.ts';
import { publishCommit } from './publish-commit.ts';
import type { Publisher } from './publisher.ts';
import type { Turns } from './turns.ts';
import { forgetUnsent } from './unsent-articles.ts';

/** @param turns one publication at a time, and one change of files */
export function publishingOf(
  { options, isFixed, onTrouble = () => undefined }: DeskOptions,
  publisher: Publisher,
  { sendings, inTurn }: { sendings: Turns; inTurn: Turns['take'] },
): { live: LiveSite; due: DuePublications } {
  const { content } = options.roots;
  const live = liveSite(publisher, options.roots);
  const clock = isFixed ? () => instant(options.now).getTime() : () => Date.now();

  function publish(): Promise<{ isDone: boolean; said: string }> {
    return inTurn(async (apart) => {
      const { isThere } = await gitFacts(content);
      const known = live.now();
      const liveCommit = typeof known === 'object' ? known.commit : '';
      const commit = isThere ? await newest(content, liveCommit) : undefined;
      if (commit === 'apart') return { isDone: false, said: APART };
      const publication = { options, publisher, apart };
      const { isDone, said, left } = await publishCommit(publication, commit?.id, () => undefined);
      if (left !== undefined) onTrouble(left);
      if (isDone && commit?.isHead !== false) await forgetUnsent(content);
      return { isDone, said };
    });
  }

  const turn = sendings.take;
  const due = duePublications({ live, clock, turn: (work) => turn(work), publish, onTrouble });
  return { live, due };
}

const APART =
  '网站上一次发布的提交不在这台电脑的稿件里，自动发布会把别人发布的退回去，所以没有动手。请管理网站的同志取来最新的提交（git pull），再发布一次。';

/** The newest of what is committed here and what is live: nothing is taken back. */
async function newest(
  content: string,
  live: string,
): Promise<{ id: string; isHead: boolean } | 'apart'> {
  const head = await git(content, ['rev-parse', 'HEAD']);
  const isWithin = (older: string, newer: string): Promise<boolean> =>
    git(content, ['merge-base', '--is-ancestor', older, newer]).then(
      () => true,
      () => false,
    );
  if (live === '' || (await isWithin(live, head))) return { id: head, isHead: true };
  await fetchFollowed(content);
  return (await isWithin(head, live)) ? { id: live, isHead: false } : 'apart';
}
