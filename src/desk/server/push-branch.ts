/** One article's commit on a branch of its own, `gaojian/<name>`, where nobody may push to the branch that all follow. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from '../../system/run-git.ts';

/**
 * Made beside the working folder, of what is followed and this article's files alone: whatever else waits here to be merged, each
 * is asked for by itself.
 * @param paths absolute, as they were committed
 * @returns the branch's name
 * @throws GitError
 */
export async function pushBranch(
  content: string,
  paths: readonly string[],
  { message, name, timeout }: { message: string; name: string; timeout: number },
): Promise<string> {
  const branch = `gaojian/${name}`;
  const remote = await git(content, ['rev-parse', '--abbrev-ref', '@{upstream}']);
  const top = await git(content, ['rev-parse', '--show-toplevel']);
  const work = await mkdtemp(join(tmpdir(), 'branch-'));
  const folder = join(work, 'tree');
  try {
    await git(top, ['worktree', 'add', '--quiet', '--detach', folder, '@{upstream}']);
    const entries = await git(top, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', ...paths]);
    const gone = await git(folder, ['ls-files', '-z', '--', ...within(paths, top)]);
    const names = entries.split('\0').filter(Boolean);
    const lost = gone.split('\0').filter((each) => each !== '' && !names.includes(each));
    if (lost.length > 0) await git(folder, ['rm', '--quiet', '--', ...lost]);
    const head = await git(top, ['rev-parse', 'HEAD']);
    if (names.length > 0) await git(folder, ['checkout', '--quiet', head, '--', ...names]);
    const author = await git(top, ['log', '-1', '--format=%an <%ae>', 'HEAD', '--', ...paths]);
    await git(folder, ['commit', '--quiet', '--allow-empty', '--author', author, '-m', message]);
    const [host = 'origin'] = remote.split('/');
    const way = ['push', '--quiet', '--force', host, `HEAD:refs/heads/${branch}`];
    await git(folder, way, timeout);
    return branch;
  } finally {
    await git(top, ['worktree', 'remove', '--force', folder]).catch(() => '');
    await rm(work, { recursive: true, force: true });
  }
}

function within(paths: readonly string[], top: string): string[] {
  return paths.map((path) => path.slice(top.length + 1));
}
