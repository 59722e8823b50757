/** Articles that are committed here, and of which the live site has another text or none: by the commit that was published. */
import type { Live } from '../../publish/release/live-release.ts';
import { git } from '../../system/run-git.ts';
import { idOfPath } from './article-path.ts';

/**
 * What others published and is not here yet is none of them.
 * @param content absolute path
 * @returns whether an article is one; none is where it cannot be known
 */
export async function unpublishedArticles(
  content: string,
  live: Live | undefined,
): Promise<(id: string) => boolean> {
  if (live === 'never') return () => true;
  if (live === undefined || live.commit === '') return () => false;
  const head = await git(content, ['rev-parse', 'HEAD']).catch(() => live.commit);
  if (head === live.commit) return () => false;
  const names = (...range: string[]): Promise<string[]> =>
    git(content, ['diff', '--name-only', '--no-renames', '-z', ...range, '--', 'articles']).then(
      (listed) => listed.split('\0').filter(Boolean),
      () => [],
    );
  const own = await names(`${live.commit}...${head}`);
  if (own.length === 0) return () => false;
  const differs = new Set(await names(live.commit, head));
  const ids = new Set(
    own.filter((name) => differs.has(name)).flatMap((name) => idOfPath(name) ?? []),
  );
  return (id) => ids.has(id);
}
