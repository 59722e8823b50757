/** What git knows of articles: when each came, in which state its date was changed later, and who reviewed. */
import { GitError, git } from '../../system/run-git.ts';
import { withMemory } from './log-memory.ts';
import { beijingTime } from '../../site/dates.ts';

export interface CommitFacts {
  commit: string;
  /** Day in Beijing on which it was committed. */
  day: string;
  /** `Reviewed-by` of its message. */
  reviewers: readonly string[];
}

export interface DateChange extends CommitFacts {
  /** As written in the front matter. */
  was: string;
  becomes: string;
}

export interface ArticleHistory {
  added: CommitFacts;
  /** The last commit that changed the text. */
  last: CommitFacts;
  changes: readonly DateChange[];
}

/** By path relative to the content folder, `articles/2026/…/index.md`. */
export type History = ReadonlyMap<string, ArticleHistory>;

/** Why nothing is known. */
export interface NoHistory {
  why: string;
}

/** A whole history may be long; git prints a hundred thousand names in seconds. */
const PATIENCE_MS = 600_000;
const MARK = '\u0001';
const LOG = [
  // What was put in the place of commits is not what was committed.
  '--no-replace-objects',
  '-c',
  'core.quotepath=off',
  '-c',
  'diff.renameLimit=4000',
  'log',
  '--no-color',
  '--no-ext-diff',
  `--format=${MARK}%H%x09%ct%x09%(trailers:key=Reviewed-by,valueonly,separator=%x09)`,
  '--relative',
  '--find-renames',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];
const ARTICLES = ['--', 'articles'];

/**
 * @param content absolute path of the content folder
 * @param cache of the site, where what git says of dates is kept; left out, nothing is kept
 */
export async function readHistory(content: string, cache?: string): Promise<History | NoHistory> {
  try {
    if ((await git(content, ['rev-parse', '--is-shallow-repository'])) === 'true') {
      return { why: '只取了最近的提交，没有取全部提交记录（git fetch --unshallow 以后再查）' };
    }
    const names = await git(content, [...LOG, '--name-status', ...ARTICLES], PATIENCE_MS);
    const changes = await withMemory(content, cache, DATES.join(' '), (commits) =>
      git(content, [...LOG, ...DATES, ...commits, ...ARTICLES], PATIENCE_MS),
    );
    return historyOf(names, changes);
  } catch (error) {
    if (error instanceof GitError) return { why: '这个文件夹没有 git 提交记录' };
    throw error;
  }
}

/** What staff may write for the field's name. */
const DATE_LINE = '^(date|发布日期|日期|时间|发布时间)[:：]';
const DATES = ['--diff-filter=MR', '--unified=0', '-G', DATE_LINE];

/** Commits are told from the newest to the oldest, so that names are followed backwards. */
export function historyOf(names: string, changes: string): History {
  const known = new Map<
    string,
    { added?: CommitFacts; last: CommitFacts; changes: DateChange[] }
  >();
  /** A name of then → the name of now. */
  const now = new Map<string, string>();
  const nameOfNow = (path: string): string => now.get(path) ?? path;
  for (const { facts, lines } of commits(names)) {
    for (const line of lines) {
      const [status = '', path = '', renamed] = line.split('\t');
      if (status.startsWith('R') && renamed !== undefined) {
        const current = nameOfNow(renamed);
        now.set(path, current);
        known.set(current, known.get(current) ?? { last: facts, changes: [] });
        continue;
      }
      const current = nameOfNow(path);
      const entry = known.get(current) ?? { last: facts, changes: [] };
      if (status === 'A') entry.added = facts;
      known.set(current, entry);
    }
  }
  for (const { facts, lines } of commits(changes)) {
    for (const change of dateChanges(lines)) {
      known.get(nameOfNow(change.path))?.changes.push({ ...facts, ...change });
    }
  }
  const all = [...known].flatMap(([path, { added, last, changes: changed }]) =>
    added ? [[path, { added, last, changes: changed }] as const] : [],
  );
  return new Map(all);
}

interface Commit {
  facts: CommitFacts;
  lines: string[];
}

function commits(log: string): Commit[] {
  return log
    .split(MARK)
    .slice(1)
    .map((text) => {
      const [head = '', ...lines] = text.split('\n');
      const [commit = '', seconds = '0', ...reviewers] = head.split('\t');
      const day = beijingTime(new Date(Number(seconds) * 1000)).slice(0, 10);
      const facts = { commit, day, reviewers: reviewers.filter((each) => each.trim() !== '') };
      return { facts, lines: lines.filter((line) => line !== '') };
    });
}

/** What a diff without context says of dates, by the file's name before. */
function dateChanges(lines: readonly string[]): DatesOfFile[] {
  const found: DatesOfFile[] = [];
  let path = '';
  let was: string | undefined;
  let becomes: string | undefined;
  let isPublishing = false;
  const end = (): void => {
    if (was !== undefined && becomes !== undefined && !isPublishing) {
      found.push({ path, was, becomes });
    }
    was = becomes = undefined;
    isPublishing = false;
  };
  for (const line of lines) {
    if (line.startsWith('diff ')) end();
    if (line.startsWith('--- ')) path = line.slice(4).replace(/^a\//, '').trimEnd();
    // Nobody has read a draft: it gets its date when it is published.
    if (/^-(?:draft|草稿)[:：]\s*["']?true/.test(line)) isPublishing = true;
    const [, sign, value = ''] = CHANGED_DATE.exec(line) ?? [];
    if (sign === '-') was ??= value.trim();
    if (sign === '+') becomes ??= value.trim();
  }
  end();
  return found;
}

interface DatesOfFile {
  path: string;
  was: string;
  becomes: string;
}

const CHANGED_DATE = /^([+-])(?:date|发布日期|日期|时间|发布时间)[:：]\s*(.*)$/;
