/** One article's commit on a branch of its own, `gaojian/<name>`, where nobody may push to the branch that all follow. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { git, GitError } from '../../system/run-git.ts';
import { inSideWorktree } from './side-worktree.ts';

export interface BranchPush {
  /** Of which the files are taken. */
  commit: string;
  message: string;
  name: string;
  /** As git calls it: `origin`. */
  remote: string;
  /** Milliseconds. */
  timeout: number;
}

/**
 * Made beside the working folder, of what is followed and this article's files alone: whatever else waits here to be merged, each
 * is asked for by itself. It is pushed from the working folder, from where a relative address leads to the remote.
 * @param paths absolute, as they were committed
 * @returns the branch's name
 * @throws GitError
 */
export async function pushBranch(
  content: string,
  paths: readonly string[],
  { commit, message, name, remote, timeout }: BranchPush,
): Promise<string> {
  const branch = `gaojian/${name}`;
  const top = await git(content, ['rev-parse', '--show-toplevel']);
  const upstream = await git(top, ['rev-parse', '@{upstream}']);
  const made = await inSideWorktree(top, upstream, async (folder) => {
    const own = await within(paths, top);
    const entries = await git(top, ['ls-tree', '-r', '-z', '--name-only', commit, '--', ...own]);
    const gone = await git(folder, ['ls-files', '-z', '--', ...own]);
    const names = entries.split('\0').filter(Boolean);
    const lost = gone.split('\0').filter((each) => each !== '' && !names.includes(each));
    if (names.length + gone.length === 0) {
      throw new GitError('这篇稿件提交了，可是要推送的分支里没有它的文件');
    }
    if (lost.length > 0) await git(folder, ['rm', '--quiet', '--', ...lost]);
    if (names.length > 0) await git(folder, ['checkout', '--quiet', commit, '--', ...names]);
    const author = await git(top, ['log', '-1', '--format=%an <%ae>', commit, '--', ...own]);
    await git(folder, ['commit', '--quiet', '--allow-empty', '--author', author, '-m', message]);
    return git(folder, ['rev-parse', 'HEAD']);
  });
  const way = ['push', '--quiet', '--force', remote, `${made}:refs/heads/${branch}`];
  await git(top, way, timeout);
  return branch;
}

/** From git's top folder, which is the real one: the content may be reached through a symbolic link. */
async function within(paths: readonly string[], top: string): Promise<string[]> {
  const root = await realpath(top);
  return Promise.all(paths.map(async (path) => relative(root, await realPlace(path))));
}

/** Of what is gone the place where it was. */
async function realPlace(path: string): Promise<string> {
  const folder = dirname(path);
  if (folder === path) return path;
  return realpath(path).catch(async () => join(await realPlace(folder), basename(path)));
}
