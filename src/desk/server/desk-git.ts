/** What the desk asks of git: who writes, what is not committed, and one article's way to the others. */
import { git, GitError } from '../../system/run-git.ts';
import { pushBranch } from './push-branch.ts';

export type Uncommitted = 'new' | 'changed';

/** Time for what goes over the network. */
const MOVING_MS = 120_000;

/** Articles whose text or files are not as they were committed; none where there is no git. */
export async function uncommittedArticles(
  content: string,
): Promise<ReadonlyMap<string, Uncommitted>> {
  const found = new Map<string, Uncommitted>();
  const command =
    '-c core.quotePath=false status --porcelain -z --untracked-files=all -- articles'.split(' ');
  const status = await git(content, command).catch(() => '');
  for (const entry of status.split('\0')) {
    const id = idOfPath(entry.slice(3));
    if (id === undefined) continue;
    const isNew = entry.startsWith('??') || entry.startsWith('A');
    if (found.get(id) !== 'changed') found.set(id, isNew ? 'new' : 'changed');
  }
  return found;
}

/** The article to which a file belongs, by its path as git says it. */
export function idOfPath(path: string): string | undefined {
  return /articles\/\d{4}\/([^/]+?)(?:\.mdx?)?(?:\/|$)/.exec(path)?.[1];
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

/** What became of a commit. */
export interface Sent {
  /** Whether there was anything to commit. */
  isNew: boolean;
  /** `branch`: the remote lets nobody push to the branch that is followed. */
  way: 'kept' | 'pushed' | 'branch';
  branch?: string;
}

export interface Commit {
  message: string;
  /** A name; git's own user where there is none. */
  author?: string | undefined;
  /** The article's, for a branch of its own. */
  name: string;
}

/**
 * Commits these files, and nothing else that is not committed, and hands the commit on where the branch follows another.
 * Somebody else was first: theirs comes first, this one behind it.
 * @param paths absolute
 * @throws GitError where it cannot be; nothing of the files is lost then
 */
export async function commitAndPush(
  content: string,
  paths: readonly string[],
  { message, author, name }: Commit,
): Promise<Sent> {
  const changed = await git(content, ['status', '--porcelain', '--', ...paths]);
  const isNew = changed !== '';
  if (isNew) {
    const email = await git(content, ['config', 'user.email']).catch(() => '');
    const whose = author === undefined ? [] : ['--author', `${author} <${email}>`];
    await git(content, ['add', '--all', '--', ...paths]);
    await git(content, ['commit', '--quiet', '--message', message, ...whose, '--', ...paths]);
  }
  const { isFollowed } = await gitFacts(content);
  if (!isFollowed) return { isNew, way: 'kept' };
  const ahead = await git(content, ['rev-list', '--count', '@{upstream}..HEAD']);
  if (ahead === '0') return { isNew, way: 'kept' };
  try {
    await push(content);
    return { isNew, way: 'pushed' };
  } catch (error) {
    if (!(error instanceof GitError) || !isProtected(error)) throw error;
    const branch = await pushBranch(content, paths, { message, name, timeout: MOVING_MS });
    return { isNew, way: 'branch', branch };
  }
}

/** The remote took the connection and refused this branch: a hook, or a rule of the host. */
function isProtected({ message }: GitError): boolean {
  return /\(?(?:pre-receive hook declined|hook declined|protected branch|GH006|not allowed to push)/i.test(
    message,
  );
}

async function push(content: string): Promise<void> {
  try {
    await git(content, ['push', '--quiet'], MOVING_MS);
    return;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  try {
    await git(content, ['pull', '--quiet', '--rebase', '--autostash'], MOVING_MS);
  } catch (error) {
    await git(content, ['rebase', '--abort']).catch(() => '');
    throw error;
  }
  await git(content, ['push', '--quiet'], MOVING_MS);
}
