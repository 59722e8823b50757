import type { IssueHits } from './issue-hits.ts';
import { maskPersonal } from './personal-data.ts';
import { printable, printableLines } from './printable.ts';
import { withShortQuotations } from './shortened.ts';

/** How much a problem weighs: the site is not built, it is told and stops nothing, or it is told for what it is worth. */
export type Level = 'stop' | 'warn' | 'info';

/** The levels, the heaviest first. */
export const LEVELS: readonly Level[] = ['stop', 'warn', 'info'];

/** What is said of a problem, in Chinese, before it is known where it stands. */
export interface Words {
  /** What is wrong: one sentence that quotes what was found. */
  message: string;
  /** What to do about it. */
  fix: string;
}

/** What a check found, before it is known by which rule. */
export interface Finding extends Words {
  /** Where it differs from the rule's. */
  level?: Level | undefined;
  /** Of a text that is a draft: told behind the others, and stops nothing. */
  draft?: true | undefined;
  /** Path as staff see it, `/`-separated and relative to the folder above `content/`, e.g. `content/columns.yaml`. */
  file: string;
  /** 1-based line in that file; left out when the problem is the file as a whole. */
  line?: number | undefined;
  /** The same as a change of the file, where the intention is certain; `npm run check -- --fix` makes it. */
  edit?: Edit | undefined;
  /** Of several places in one file that the message tells: each of them. */
  hits?: IssueHits | undefined;
}

/** A problem (问题) in what staff wrote: they can mend it, so it is reported in their words, not thrown. */
export interface Issue extends Finding {
  /** Id of the rule that it breaks. */
  rule: string;
  level: Level;
  /** Who lets it stand, why and until which day; its level is `info` then. */
  waived?: { reason: string; persons: readonly string[]; until: string };
}

/** A change of a file, mostly within one line. */
export interface Edit {
  /** 1-based line in the file. */
  line: number;
  /** 0-based UTF-16 offset in that line, a byte order mark not counted. */
  column: number;
  /** What stands there now; its line ends are `\n`, whatever the file's are. */
  was: string;
  /** What is to stand there; its `\n` are written as the file's own line ends. */
  becomes: string;
}

/** What an issue weighs where it stands: nothing in a draft stops anybody. */
export function weightOf({ level, draft }: Pick<Issue, 'level' | 'draft'>): Level {
  return draft ? 'info' : level;
}

/** Whether an issue weighs as much as a level, or more. */
export function isAtLeast(issue: Pick<Issue, 'level' | 'draft'>, level: Level): boolean {
  return LEVELS.indexOf(weightOf(issue)) <= LEVELS.indexOf(level);
}

/** The issues for which the site is not built. */
export function stopping(issues: readonly Issue[]): Issue[] {
  return issues.filter((issue) => weightOf(issue) === 'stop');
}

const MARKS: Readonly<Record<Level, string>> = { stop: '', warn: '（提醒）', info: '（参考）' };
const DRAFTS = '草稿里的问题（不影响发布，写完再改）：';

/** The issues as printed text: sorted by file and line, an empty line between two, nothing in it that a terminal obeys. */
export function formatIssues(issues: readonly Issue[]): string {
  const { drafts = [], others = [] } = Object.groupBy(issues, ({ draft }) =>
    draft ? 'drafts' : 'others',
  );
  const printed = [
    ...formatted(others),
    ...(drafts.length > 0 ? [DRAFTS] : []),
    ...formatted(drafts),
  ];
  return printed.join('\n\n');
}

function formatted(issues: readonly Issue[]): string[] {
  return issues.toSorted(byPlace).map(({ level, file, line, message, fix }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    const mark = MARKS[level];
    const words = printable(withShortQuotations(message));
    return `${printable(maskPersonal(place))}\n  ${mark}${words}\n  → ${inLines(withShortQuotations(fix))}`;
  });
}

/** A remedy may show how several lines are to be written. */
function inLines(text: string): string {
  return printableLines(text).replaceAll('\n', '\n    ');
}

/** Issues in the order of files and lines. */
export function byPlace(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
