/** Articles that are committed here and not in the branch that is followed: where nobody may push to it, they wait to be merged. */
import { git } from '../../system/run-git.ts';
import { idOfPath } from './article-path.ts';
import { fetchFollowed } from './follow-remote.ts';

/** Milliseconds between two looks at the others' repository, while something waits. */
const LOOK_AGAIN = 60_000;

/** When each repository was looked at. */
const looked = new Map<string, number>();

/** None where no branch is followed. @param content absolute path */
export async function waitingArticles(content: string): Promise<ReadonlySet<string>> {
  const names = (range: readonly string[]): Promise<string[]> =>
    git(content, ['diff', '--name-only', '-z', ...range, '--', 'articles']).then(
      (listed) => listed.split('\0').filter(Boolean),
      () => [],
    );
  // Of what is committed here alone, and is not there in other words: it may have been merged as another commit.
  const own = await names(['@{upstream}...HEAD']);
  if (own.length === 0) return new Set();
  lookAgain(content);
  const differs = new Set(await names(['@{upstream}', 'HEAD']));
  return new Set(own.filter((name) => differs.has(name)).flatMap((name) => idOfPath(name) ?? []));
}

/** What was merged is known by the next time; nobody waits for the network. */
function lookAgain(content: string): void {
  const now = Date.now();
  if (now - (looked.get(content) ?? 0) < LOOK_AGAIN) return;
  looked.set(content, now);
  void fetchFollowed(content);
}
