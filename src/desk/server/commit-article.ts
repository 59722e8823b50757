/** One article's way to the others: committed, joined with what they pushed, and pushed. */
import { upstreamOf } from '../../keeper/git.ts';
import type { Upstream } from '../../keeper/git.ts';
import { git, GitError } from '../../system/run-git.ts';
import { gitFacts } from './desk-git.ts';
import { fetchFollowed, MOVING_MS } from './follow-remote.ts';
import { joined, moveTo } from './join-theirs.ts';
import { pushBranch } from './push-branch.ts';
import type { Apart } from './turns.ts';

/** What became of a commit. */
export interface Sent {
  /** Whether there was anything to commit. */
  isNew: boolean;
  /** `branch`: the remote lets nobody push to the branch that is followed. */
  way: 'kept' | 'pushed' | 'branch';
  branch?: string;
  /** What was handed on; the working folder's, unless `inTheWay` keeps it from following. */
  commit: string;
  /** Files of no article that are not committed here, and that others changed. */
  inTheWay: readonly string[];
  /** Why the working folder could not follow what is handed on. */
  stayed?: GitError;
}

export interface Commit {
  message: string;
  /** A name; git's own user where there is none. */
  author?: string | undefined;
  /** The article's, for a branch of its own. */
  name: string;
  /** Why what others pushed could not be had. */
  unfetched: GitError | undefined;
  apart: Apart;
}

/**
 * Commits these files, and nothing else that is not committed, and hands the commit on where the branch follows another.
 * Somebody else was first: theirs comes first, this one behind it. While the network is waited for, others have their turns.
 * @param paths absolute
 * @throws GitError where it cannot be; nothing of the files is lost then
 */
export async function commitAndPush(
  content: string,
  paths: readonly string[],
  commit: Commit,
): Promise<Sent> {
  const isNew = await commitFiles(content, paths, commit);
  const head = await git(content, ['rev-parse', 'HEAD']);
  const kept: Sent = { isNew, way: 'kept', commit: head, inTheWay: [] };
  const upstream = await upstreamOf(content);
  if (!upstream || !(await gitFacts(content)).isFollowed) return kept;
  const ahead = await git(content, ['rev-list', '--count', '@{upstream}..HEAD']);
  if (ahead === '0') return kept;
  if (commit.unfetched) throw commit.unfetched;
  const pushed = await commit.apart(() => push(content, paths, upstream, commit));
  try {
    return { isNew, ...pushed, inTheWay: await moveTo(content, pushed.commit) };
  } catch (stayed) {
    // It is there: the next one moves the folder, too.
    if (stayed instanceof GitError) return { isNew, ...pushed, inTheWay: [], stayed };
    throw stayed;
  }
}

/** @returns whether there was anything; where git refuses, nothing stays staged */
async function commitFiles(
  content: string,
  paths: readonly string[],
  { message, author }: Commit,
): Promise<boolean> {
  const changed = await git(content, ['status', '--porcelain', '--', ...paths]);
  if (changed === '') return false;
  const email = await git(content, ['config', 'user.email']).catch(() => '');
  const whose = author === undefined ? [] : ['--author', `${author} <${email}>`];
  try {
    await git(content, ['add', '--all', '--', ...paths]);
    await git(content, ['commit', '--quiet', '--message', message, ...whose, '--', ...paths]);
  } catch (error) {
    await git(content, ['reset', '--quiet', '--', ...paths]).catch(() => '');
    throw error;
  }
  return true;
}

/** Pushes what is joined; once more where somebody pushed just before. */
async function push(
  content: string,
  paths: readonly string[],
  { remote, ref }: Upstream,
  { message, name }: Commit,
): Promise<Pick<Sent, 'way' | 'branch' | 'commit'>> {
  for (let isFirst = true; ; isFirst = false) {
    const commit = await joined(content);
    try {
      await git(content, ['push', '--quiet', remote, `${commit}:${ref}`], MOVING_MS);
      return { way: 'pushed', commit };
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (isProtected(error)) {
        const own = { commit, message, name, remote, timeout: MOVING_MS };
        return { way: 'branch', branch: await pushBranch(content, paths, own), commit };
      }
      if (!isFirst || !/fetch first|non-fast-forward|cannot lock ref/.test(error.message)) {
        throw error;
      }
      const unfetched = await fetchFollowed(content);
      if (unfetched) throw unfetched;
    }
  }
}

/** The remote took the connection and refused this branch: a hook, or a rule of the host. */
function isProtected({ message }: GitError): boolean {
  return /\(?(?:pre-receive hook declined|hook declined|protected branch|GH006|not allowed to push)/i.test(
    message,
  );
}
