/** Signs of Markdown at the beginning or end of a line that do something else than staff meant. */
import type { Blockquote, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { paragraphRows } from './paragraph-rows.ts';
import type { Source } from './source.ts';
import { textRanges } from './text-ranges.ts';

export const rowRule: Rule = {
  id: 'markdown/row-sign',
  level: 'stop',
  scope: 'text',
  title: '行首行末的大于号和反斜杠',
  basis: '这些符号会被当成排版，自己不会显示。',
};

/** `D:\报表\_2026`, `\\server\报表`: Markdown takes a backslash before a sign away. */
const WINDOWS_PATH = /(?<![\p{L}\p{N}\\])(?:[A-Za-z]:\\|\\\\(?=[\w.-]+\\))[^\s，。；、）」”"]*/gu;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/;
const ESCAPES = new RegExp(ESCAPE, 'g');
/** Once the backslashes are doubled, what stood behind one is a sign again. */
const SIGN = /[*~`[\]<&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const SIGN_OR_ESCAPE = new RegExp(`${ESCAPE.source}|${SIGN.source}`, 'gu');

/** Whether every line of it could begin with "more than": `>50%`, `>=3`. A year, a list, several paragraphs are quoted. */
function isComparison(quote: Blockquote, source: Source): boolean {
  const [only, ...more] = quote.children;
  if (only?.type !== 'paragraph' || more.length > 0 || !quote.position) return false;
  const { start, end } = quote.position;
  const rows = source.lines.slice(start.line - 1, end.line);
  const marked = rows
    .map((row, at) => (at === 0 ? row.slice(start.column - 1) : row.trimStart()))
    .filter((row) => row.startsWith('>'));
  return marked.every((row) => /^>[ \t]?(?:=|\d)(?!\d{3}年)/.test(row));
}

/** A backslash at the end of a paragraph, `>50%`, paths of Windows. `tree` as it was parsed. */
export function inspectRows(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  for (const rows of paragraphRows(tree, source)) {
    const last = rows.at(-1);
    const slash = last && /(?<!\\)\\(?=\s*$)/.exec(last.text);
    if (last && slash) {
      problems.push({
        line: last.line,
        message: '段落末尾的反斜杠「\\」会原样显示。',
        fix: '删掉这个反斜杠：它只在下一行还有文字时表示换行。',
        edit: { line: last.line, column: last.column + slash.index, was: '\\', becomes: '' },
      });
    }
  }
  visit(tree, 'blockquote', (quote) => {
    const line = lineOf(quote);
    const column = (quote.position?.start.column ?? 1) - 1;
    const row = (source.lines[line - 1] ?? '').slice(column);
    if (!isComparison(quote, source)) return;
    problems.push({
      line,
      message: `「${shortened(row)}」行首的「>」会变成引用，大于号不会显示。`,
      fix: '是大于号，就在前面加一个反斜杠，写成「\\>」，或者写全角的「＞」；是引用，换个字开头。',
      edit: { line, column, was: '>', becomes: '\\>' },
    });
  });
  for (const { start, end } of textRanges(tree)) {
    const written = source.body.slice(start, end);
    for (const { 0: path, index } of written.matchAll(WINDOWS_PATH)) {
      if (!ESCAPE.test(path) || path.includes('\\\\', 2)) continue;
      const { line, column } = source.placeOf(start + index);
      const becomes = asPath(path);
      problems.push({
        line,
        message: `路径「${shortened(path)}」里有的反斜杠不会显示。`,
        fix: `这样的反斜杠要写两个：「${shortened(becomes)}」。`,
        edit: { line, column, was: path, becomes },
      });
    }
  }
  return problems;
}

/** The path with backslashes before all that would be signs of Markdown; `_` within a word is none, nor is one alone. */
function asPath(path: string): string {
  const signs = path.match(SIGN)?.length ?? 0;
  return path.replaceAll(signs > 1 ? SIGN_OR_ESCAPE : ESCAPES, (sign) => `\\${sign}`);
}
