/** What the keeper asks of git: what the remote branch is at, and a checkout of it in a folder of the keeper's own. */
import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { git, GitError } from '../system/run-git.ts';

export { GitError };

/** The branch whose pushes become the site. */
export interface Upstream {
  /** `origin`. */
  remote: string;
  /** `refs/heads/main`. */
  ref: string;
}

/** Time for everything that a first checkout moves. */
const MOVING_MS = 10 * 60_000;

/** What the current branch of this folder follows; undefined where it follows nothing. */
export async function upstreamOf(project: string): Promise<Upstream | undefined> {
  try {
    const branch = await git(project, ['symbolic-ref', '--short', 'HEAD']);
    const remote = await git(project, ['config', `branch.${branch}.remote`]);
    const ref = await git(project, ['config', `branch.${branch}.merge`]);
    return { remote, ref };
  } catch {
    return undefined;
  }
}

/**
 * The commit that the branch is at now.
 * @throws GitError
 */
export async function tipOf(project: string, { remote, ref }: Upstream): Promise<string> {
  const [commit = ''] = (await git(project, ['ls-remote', remote, ref])).split(/\s/);
  if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new GitError(`${remote} 上没有 ${ref} 这个分支`);
  return commit;
}

/**
 * Puts a commit into a folder of the keeper's own, whatever was there: nobody else's work is touched.
 * @param folder a worktree of the project, made where there is none
 * @throws GitError
 */
export async function checkOut(
  project: string,
  folder: string,
  { remote }: Upstream,
  commit: string,
): Promise<void> {
  const isHere = await git(project, ['cat-file', '-e', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  );
  if (!isHere) {
    const fetch = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remote, commit];
    await git(project, fetch, MOVING_MS);
  }
  if (!(await isWorktree(folder))) {
    await rm(folder, { recursive: true, force: true });
    await git(project, ['worktree', 'prune']);
    await git(project, ['worktree', 'add', '--quiet', '--detach', '--no-checkout', folder, commit]);
  }
  // Nobody else works there: a lock is of a git that was killed.
  const own = await git(folder, ['rev-parse', '--absolute-git-dir']);
  for (const lock of ['index.lock', 'HEAD.lock']) await rm(join(own, lock), { force: true });
  await git(folder, ['reset', '--quiet', '--hard', commit], MOVING_MS);
  await git(folder, ['clean', '--quiet', '--force', '-d', '--', 'content', 'public'], MOVING_MS);
}

/** The commit that is checked out; undefined where none is. */
export async function headOf(folder: string): Promise<string | undefined> {
  if (!(await isWorktree(folder))) return undefined;
  return git(folder, ['rev-parse', 'HEAD']).catch(() => undefined);
}

async function isWorktree(folder: string): Promise<boolean> {
  try {
    const top = await git(folder, ['rev-parse', '--show-toplevel']);
    return (await realpath(top)) === (await realpath(folder));
  } catch {
    return false;
  }
}
