/** Where on the page a problem of a line of the file is: in the text that is open, or in a field of the form. */
import type { DeskField, DeskIssue, OpenArticle } from '../api.ts';
import { keyOfLine } from './text-lines.ts';

export type IssuePlace =
  /** @param line of the text that is open */
  | { kind: 'line'; line: number }
  | { kind: 'field'; name: string; label: string }
  /** Somewhere in the front matter, in what has no field of its own. */
  | { kind: 'source' }
  | { kind: 'whole' };

export interface IssuePlaces {
  placeOf(issue: DeskIssue): IssuePlace;
  /** 正文第 3 段 */
  where(issue: DeskIssue): string;
}

/**
 * @param isSource the whole file is open
 * @param wordsOfLine where a line of the text that is open is: `正文第 3 段`
 */
export function issuePlaces(
  fields: readonly DeskField[],
  article: Pick<OpenArticle, 'source' | 'bodyLine'>,
  isSource: boolean,
  wordsOfLine: (line: number) => string,
): IssuePlaces {
  function placeOf({ line, field: missing }: DeskIssue): IssuePlace {
    const absent = isSource
      ? undefined
      : fields.find(({ name }) => name === missing || name.endsWith(`.${missing}`));
    if (absent) return { kind: 'field', name: absent.name, label: absent.label };
    if (line === undefined) return { kind: 'whole' };
    if (isSource) return { kind: 'line', line };
    if (line >= article.bodyLine) return { kind: 'line', line: line - article.bodyLine + 1 };
    const key = keyOfLine(article.source, line);
    const [, part = ''] = /^\s+(\w+)\s*[:：]/u.exec(lineOf(article.source, line)) ?? [];
    const field =
      fields.find(({ name, label }) => name === key || label === key) ??
      fields.find(({ name }) => name === `${key}.${part}`) ??
      // What is missing in a group is told at its first line.
      fields.find(({ name }) => name.startsWith(`${key}.`));
    return field ? { kind: 'field', name: field.name, label: field.label } : { kind: 'source' };
  }
  return {
    placeOf,
    where(issue) {
      const place = placeOf(issue);
      if (place.kind === 'line') return wordsOfLine(place.line);
      if (place.kind === 'field') return place.label;
      return place.kind === 'source' ? `源文件第 ${issue.line ?? 1} 行` : '整篇';
    },
  };
}

function lineOf(source: string, line: number): string {
  return source.split('\n')[line - 1] ?? '';
}
