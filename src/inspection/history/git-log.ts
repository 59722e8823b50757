/** The log of the articles as git tells it by trees: no pattern, no attribute and no driver of a repository is asked. */
import { beijingTime } from '../../site/dates.ts';
import { git } from '../../system/run-git.ts';

export interface CommitFacts {
  commit: string;
  /** Day in Beijing on which it came to the published branch. */
  day: string;
  /** The day on which it was committed, where that was another one. */
  written?: string;
  /** The commit of that branch with which it came. */
  by?: string;
  /** `Reviewed-by` of its message. */
  reviewers: readonly string[];
}

/** What a commit did to a file. */
export interface FileChange {
  /** For each parent: A, M, D, R; of a merge only what differs from all of its parents is told. */
  states: string;
  path: string;
  /** Its name and the id of its blob in each parent; the name is its own where it had no other. */
  before: readonly { path: string; id: string }[];
  id: string;
}

export interface LoggedCommit {
  facts: CommitFacts;
  files: FileChange[];
}

/** A whole history may be long; git prints a hundred thousand names in seconds. */
export const PATIENCE_MS = 600_000;
const MARK = '\u0001';
const LOG = [
  // What was put in the place of commits is not what was committed.
  '--no-replace-objects',
  '-c',
  'diff.renameLimit=4000',
  'log',
  '--topo-order',
  '--no-color',
  '--no-ext-diff',
  `--format=${MARK}%H%x09%ct%x09%(trailers:key=Reviewed-by,valueonly,separator=%x09)`,
  '--find-renames',
  // What a merge does itself: what stands in none of its parents.
  '-c',
  '--combined-all-paths',
  '--raw',
  '--no-abbrev',
  '-z',
  '--',
  'articles',
];

/** From the newest to the oldest, none before those that stand on it. @throws GitError */
export async function readLog(content: string): Promise<LoggedCommit[]> {
  // Of merges git tells names from the top of the repository, whatever it is asked for.
  const above = await git(content, ['rev-parse', '--show-prefix']);
  const log = await git(content, LOG, PATIENCE_MS);
  return log
    .split(MARK)
    .slice(1)
    .map((text) => {
      const [head = '', ...words] = text.split('\0');
      const [commit = '', seconds = '0', ...reviewers] = head.trim().split('\t');
      const day = beijingTime(new Date(Number(seconds) * 1000)).slice(0, 10);
      const facts = { commit, day, reviewers: reviewers.filter((each) => each.trim() !== '') };
      return { facts, files: filesOf(words, above) };
    });
}

/** `:modes ids states`, then the names: before in each parent, where they are told, and now. */
function filesOf(words: readonly string[], above: string): FileChange[] {
  const files: FileChange[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [, colons = '', told = ''] = /^\n?(:+)(.*)$/s.exec(words[at] ?? '') ?? [];
    if (colons === '') continue;
    const parents = colons.length;
    const parts = told.split(' ');
    const ids = parts.slice(parents + 1, -1);
    const states = (parts.at(-1) ?? '').replaceAll(/\d/g, '');
    const count = parents > 1 ? parents + 1 : /^[RC]/.test(states) ? 2 : 1;
    const names = words
      .slice(at + 1, at + 1 + count)
      .map((name) => (name.startsWith(above) ? name.slice(above.length) : name));
    at += count;
    const path = names.at(-1) ?? '';
    const before = ids
      .slice(0, parents)
      .map((id, parent) => ({ id, path: count > 1 ? (names[parent] ?? path) : path }));
    files.push({ states, path, before, id: ids[parents] ?? '' });
  }
  return files;
}
