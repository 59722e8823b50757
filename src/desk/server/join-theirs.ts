/**
 * What others pushed joined with what is committed here: beside the working folder, which then follows but for the files that are
 * not committed. No file of those is ever merged, stashed or written.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, gitBytes, GitError } from '../../system/run-git.ts';
import { idOfPath } from './article-path.ts';
import { inSideWorktree } from './side-worktree.ts';

/** How the words begin where two commits cannot be joined. */
export const NOT_JOINED = '别人也改了';
/** How they begin where a file of no article keeps the folder from following. */
export const IN_THE_WAY = '这台电脑上有没有提交的改动、别人也改了的文件：';

/** Milliseconds: a site of ten thousand articles is checked out. */
const CHECKING_OUT_MS = 120_000;

/**
 * What is committed here, behind what others pushed.
 * @returns a commit; the working folder and its branch are where they were
 * @throws GitError where both changed the same
 */
export async function joined(content: string): Promise<string> {
  const top = await git(content, ['rev-parse', '--show-toplevel']);
  const [own, theirs] = [
    await git(top, ['rev-parse', 'HEAD']),
    await git(top, ['rev-parse', '@{upstream}']),
  ];
  const common = await git(top, ['merge-base', own, theirs]).catch(() => '');
  if (common === theirs) return own;
  if (common === own) return theirs;
  return inSideWorktree(top, own, async (folder) => {
    // Of what was set back nothing is dropped in silence: no fork point.
    const rebase = ['-c', 'rebase.updateRefs=false', 'rebase', '--quiet', '--no-fork-point'];
    try {
      await git(folder, [...rebase, theirs], CHECKING_OUT_MS);
    } catch (error) {
      const unmerged = await namesOf(folder, ['diff', '--name-only', '--diff-filter=U', '-z']);
      if (unmerged.length === 0) throw error;
      throw new GitError(`${NOT_JOINED} ${unmerged.join('、')}，和这里提交的合不到一起`);
    }
    return git(folder, ['rev-parse', 'HEAD']);
  });
}

/**
 * Takes the branch and the working folder to a commit. An article of which something is not committed, and which is another there,
 * stays as it lies, and is noted (`heldFrom`).
 * @param commit as `joined` made it
 * @returns files that belong to no article and are in the way; nothing is moved then
 * @throws GitError
 */
export async function moveTo(content: string, commit: string): Promise<string[]> {
  const top = await git(content, ['rev-parse', '--show-toplevel']);
  const from = await git(top, ['rev-parse', 'HEAD']);
  if (from === commit) return [];
  const names = ['diff', '--name-only', '--no-renames', '-z'];
  const changed = await namesOf(top, [...names, from, commit]);
  const added = new Set(await namesOf(top, [...names, '--diff-filter=A', from, commit]));
  const status = ['status', '--porcelain', '--no-renames', '--untracked-files=all', '-z'];
  const dirty = (await namesOf(top, status)).map((entry) => entry.slice(3));
  const inTheWay = changed.filter(
    (path) =>
      dirty.some((each) => overlap(each, path)) || (added.has(path) && existsSync(join(top, path))),
  );
  const others = inTheWay.filter((path) => idOfPath(path) === undefined);
  if (others.length > 0) return others;
  const held = new Set(inTheWay.map(idOfPath));
  const isHeldPath = (path: string): boolean =>
    idOfPath(path) !== undefined && held.has(idOfPath(path));
  for (const id of held) await git(top, ['update-ref', heldRef(id ?? ''), from]);
  const checkout = ['checkout', '--quiet', '--no-overlay', commit];
  await withPaths(
    top,
    checkout,
    changed.filter((path) => !isHeldPath(path)),
  );
  await git(top, ['update-ref', '-m', 'desk: join', 'HEAD', commit, from]);
  await withPaths(top, ['reset', '--quiet'], changed.filter(isHeldPath));
  return [];
}

/**
 * The commit that lay here when another text of this article came, which was left for later because this one was being written.
 * @returns undefined where none was
 */
export async function heldFrom(content: string, id: string): Promise<string | undefined> {
  return git(content, ['rev-parse', '--verify', '--quiet', heldRef(id)]).catch(() => undefined);
}

export async function forgetHeld(content: string, id: string): Promise<void> {
  await git(content, ['update-ref', '-d', heldRef(id)]);
}

const heldRef = (id: string): string => `refs/desk/held/${id}`;

/** The same path, or one within the other. */
function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

async function namesOf(folder: string, command: readonly string[]): Promise<string[]> {
  return (await gitBytes(folder, command)).toString('utf8').split('\0').filter(Boolean);
}

/** Through a file: a command takes only so many words. */
async function withPaths(
  top: string,
  command: readonly string[],
  paths: readonly string[],
): Promise<void> {
  if (paths.length === 0) return;
  const folder = await mkdtemp(join(tmpdir(), 'paths-'));
  try {
    const list = join(folder, 'list');
    await writeFile(list, paths.join('\0'));
    const from = [`--pathspec-from-file=${list}`, '--pathspec-file-nul'];
    await git(top, ['--literal-pathspecs', ...command, ...from], CHECKING_OUT_MS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
