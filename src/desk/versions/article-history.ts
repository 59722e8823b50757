/**
 * The commits that touched an article, followed to where it lay before. `git log --follow` follows one file, and loses its
 * way among branches: here each place is asked for by itself, text and folder, and the commit in which an article came there
 * is asked from where it came.
 */
import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ArticleFile } from '../../model/article.ts';
import { git, gitBytes, GitError } from '../../system/run-git.ts';

export interface CommittedVersion {
  commit: string;
  /** When it was written, milliseconds. */
  at: number;
  /** As its author is called in the commit: whatever somebody may have written there. */
  by: string;
  subject: string;
  isMerge: boolean;
  /** Older ones are not on this machine: it may have been so for long, and another's. */
  isBoundary: boolean;
  /** Of the text where this commit changed it: the blob's id, or that it is gone. */
  text?: { blob: string } | 'gone' | undefined;
  /** Where the article lay, relative to the top of the repository and without its ending: `content/articles/2026/20260305-a`. */
  place: string;
}

export interface ArticleHistory {
  /** Absolute path of the repository. */
  top: string;
  /** The newest first. */
  commits: CommittedVersion[];
  /** Why there may be older ones: this machine has only the last part, or there was no time to read them all. */
  isCut: 'shallow' | 'long' | undefined;
}

/**
 * Git tells the newest first, as it finds them: what it has not found by then is older. Ten thousand commits take a third of
 * a second, unless thousands of articles lie in one folder.
 */
const PATIENCE_MS = 3000;
const LARGEST = 16 * 1024 * 1024;
/** An article that was moved more often has been moved by nobody. */
const MOST_PLACES = 20;
const LOG = [
  '--literal-pathspecs',
  'log',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--no-color',
  '--no-show-signature',
  '--diff-merges=first-parent',
  '--format=%H %at %P%n%aN%n%s',
];

/**
 * @param content absolute path
 * @param most how many commits at most
 * @throws GitError where there is no git, no repository, or no commit
 */
export async function articleHistory(
  content: string,
  { folder, path }: Pick<ArticleFile, 'folder' | 'path'>,
  most: number,
  patience = PATIENCE_MS,
): Promise<ArticleHistory> {
  const [top = '', shallow = ''] = await Promise.all([
    git(content, ['rev-parse', '--show-toplevel']).then((found) => realpath(found)),
    git(content, ['rev-parse', '--is-shallow-repository']),
  ]);
  const isShallow = shallow === 'true';
  const own = relative(top, join(await realpath(content), relative(content, folder ?? path)));
  const end = performance.now() + patience;
  const ask = (words: readonly string[]): Promise<Printed> =>
    askInTime(top, words, Math.max(1, Math.ceil(end - performance.now())));
  let place: string | undefined = withoutEnding(own.split(sep).join('/'));
  let from = 'HEAD';
  const commits: CommittedVersion[] = [];
  let isLong = false;
  for (let places = 0; place !== undefined && places < MOST_PLACES; places += 1) {
    const words = [...LOG, `--max-count=${most - commits.length}`, from, '--', ...pathsOf(place)];
    const { text, isWhole } = await ask(words);
    const found = commitsIn(text, place, isShallow);
    // The last one that was printed may be half of one.
    commits.push(...(isWhole ? found : found.slice(0, -1)));
    isLong = !isWhole;
    const oldest = found.at(-1);
    if (isLong || !oldest || oldest.isBoundary || commits.length >= most) break;
    place = await placeBefore(ask, oldest);
    from = `${oldest.commit}^`;
  }
  isLong ||= performance.now() > end;
  return { top, commits, isCut: isLong ? 'long' : isShallow ? 'shallow' : undefined };
}

interface Printed {
  text: string;
  /** Whether that is all. */
  isWhole: boolean;
}

/** @param timeout milliseconds, after which what was printed is taken */
async function askInTime(top: string, words: readonly string[], timeout: number): Promise<Printed> {
  try {
    const bytes = await gitBytes(top, words, { timeout, most: LARGEST });
    return { text: bytes.toString('utf8'), isWhole: true };
  } catch (error) {
    if (!(error instanceof GitError) || !error.printed) throw error;
    return { text: error.printed.toString('utf8'), isWhole: false };
  }
}

/** An article is one file, or a folder with the text in it: it may have been either. */
export function pathsOf(place: string): string[] {
  return [place, `${place}.md`, `${place}.mdx`];
}

/** `…/20260305-a/index.md`, `…/20260305-a.md` → `…/20260305-a`; undefined for a file that is no text of an article's. */
export function placeOfText(path: string): string | undefined {
  return /^(.*?)(?:\/index)?\.mdx?$/s.exec(path)?.[1];
}

function withoutEnding(path: string): string {
  return placeOfText(path) ?? path;
}

/** @param printed headers of three lines, each with what its commit changed behind it, all parted by NUL */
function commitsIn(printed: string, place: string, isShallow: boolean): CommittedVersion[] {
  const commits: CommittedVersion[] = [];
  const tokens = printed.split('\0');
  for (let index = 0; index < tokens.length; index += 1) {
    const token = (tokens[index] ?? '').trimStart();
    const last = commits.at(-1);
    if (token.startsWith(':') && last) {
      // `:100644 100644 <blob> <blob> M`, and its path as the next.
      index += 1;
      if (placeOfText(tokens[index] ?? '') !== place) continue;
      const [, , , blob = '', status = ''] = token.split(' ');
      if (status !== 'D') last.text = { blob };
      else last.text ??= 'gone';
      continue;
    }
    const [head = '', by = '', subject = ''] = token.split('\n');
    const [commit = '', seconds = '', ...parents] = head.split(' ').filter(Boolean);
    if (!/^[0-9a-f]{40,64}$/.test(commit)) continue;
    commits.push({
      commit,
      at: Number(seconds) * 1000,
      by,
      subject,
      isMerge: parents.length > 1,
      isBoundary: isShallow && parents.length === 0,
      place,
    });
  }
  return commits;
}

/** From where an article came in a commit; undefined where it was written then. */
async function placeBefore(
  ask: (words: readonly string[]) => Promise<Printed>,
  { commit, place }: CommittedVersion,
): Promise<string | undefined> {
  const words = 'diff-tree -r -z --find-renames --diff-filter=R --no-commit-id'.split(' ');
  // The first commit of all has none before it.
  const { text } = await ask([...words, `${commit}^`, commit]).catch(() => ({ text: '' }));
  const tokens = text.split('\0');
  for (let index = 0; index + 2 < tokens.length; index += 3) {
    const [, was = '', is = ''] = tokens.slice(index, index + 3);
    const before = placeOfText(was);
    if (placeOfText(is) === place && before !== undefined && before !== place) return before;
  }
  return undefined;
}
