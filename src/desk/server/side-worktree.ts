/** A commit in a folder of its own beside the working folder, so that no git works on files that somebody is writing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from '../../system/run-git.ts';

/**
 * @param top absolute, the repository's working folder
 * @param work gets the folder, in which the commit is checked out and no branch is; it is gone afterwards
 * @throws GitError
 */
export async function inSideWorktree<T>(
  top: string,
  commit: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const around = await mkdtemp(join(tmpdir(), 'branch-'));
  const folder = join(around, 'tree');
  try {
    await git(top, ['worktree', 'add', '--quiet', '--detach', folder, commit]);
    return await work(folder);
  } finally {
    await git(top, ['worktree', 'remove', '--force', folder]).catch(() => '');
    await rm(around, { recursive: true, force: true });
  }
}
