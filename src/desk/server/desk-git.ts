/** What the desk asks of git: who writes, and what is not committed. */
import { git } from '../../system/run-git.ts';
import { changedSincePublished } from './published-without-git.ts';
import { idOfPath } from './article-path.ts';

export type Uncommitted = 'new' | 'changed';

/** Articles whose text or files are not as they were committed; where there is no git, not as they were published. */
export async function uncommittedArticles(
  content: string,
): Promise<ReadonlyMap<string, Uncommitted>> {
  const found = new Map<string, Uncommitted>();
  const command =
    '-c core.quotePath=false status --porcelain -z --untracked-files=all -- articles'.split(' ');
  const status = await git(content, command).catch(() => undefined);
  if (status === undefined) {
    return new Map((await changedSincePublished(content)).map((id) => [id, 'changed']));
  }
  for (const entry of status.split('\0')) {
    const id = idOfPath(entry.slice(3));
    if (id === undefined) continue;
    const isNew = entry.startsWith('??') || entry.startsWith('A');
    if (found.get(id) !== 'changed') found.set(id, isNew ? 'new' : 'changed');
  }
  return found;
}

export interface GitFacts {
  /** Whether the texts are under git at all. */
  isThere: boolean;
  /** Whether the branch follows one elsewhere. */
  isFollowed: boolean;
  /** user.name */
  person: string;
}

export async function gitFacts(content: string): Promise<GitFacts> {
  const answer = (command: readonly string[]): Promise<string> =>
    git(content, command).catch(() => '');
  const [top, upstream, person] = await Promise.all([
    answer(['rev-parse', '--show-toplevel']),
    answer(['rev-parse', '--abbrev-ref', '@{upstream}']),
    answer(['config', 'user.name']),
  ]);
  return { isThere: top !== '', isFollowed: upstream !== '', person };
}
