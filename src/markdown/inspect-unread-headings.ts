/** Headings that stayed text, or are empty: no space behind the `#`, a full-width `＃`, a line of `=` below. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { paragraphRows, type Row } from './paragraph-rows.ts';
import type { Source } from './source.ts';

export const unreadHeadingRule: Rule = {
  id: 'markdown/unread-heading',
  level: 'stop',
  scope: 'text',
  title: '没有认出的标题',
  basis: '没有认出的标题会把符号原样显示给读者。',
};

const MARKED =
  /^([ \t\u3000\u00a0]*)([#＃]+)([ \t\u3000\u00a0]*)(.*?)[ \t\u3000\u00a0]*[#＃]*\s*$/u;
const LONGEST_HEADING = 40;

/** `tree` as it was parsed. */
export function inspectUnreadHeadings(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  for (const rows of paragraphRows(tree, source)) {
    for (const row of rows) problems.push(...unread(row, rows.length === 1), ...underline(row));
  }
  visit(tree, 'heading', (heading) => {
    if (heading.children.length > 0) return;
    const line = lineOf(heading);
    const was = source.lines[line - 1] ?? '';
    problems.push({
      line,
      message: `这一行只有「${shortened(was)}」，没有标题的文字。`,
      fix: '写上标题，或者删掉这一行。',
      edit: { line, column: 0, was, becomes: '' },
    });
  });
  return problems;
}

function unread({ line, column, text }: Row, isAlone: boolean): BodyProblem[] {
  const [, , marks = '', space = '', title = ''] = MARKED.exec(text) ?? [];
  if (marks === '' || title === '') return [];
  const right = `${'#'.repeat(Math.min(6, marks.length))} ${title}`;
  if (marks.length > 1 || (marks === '＃' && space !== '') || (marks === '#' && space !== '')) {
    return [
      {
        line,
        message: `「${shortened(text)}」没有认成标题，「${marks}」会原样显示。`,
        fix: `用英文的「#」，后面空一格，写成「${shortened(right)}」。`,
        edit: { line, column, was: text, becomes: right },
      },
    ];
  }
  // #1号楼, #话题#: words that begin with the sign.
  if (/^\d/.test(title) || /[#＃]/.test(text.trim().slice(1)) || !isAlone) return [];
  if (title.length > LONGEST_HEADING || /[。！？；]$/u.test(title)) return [];
  return [
    {
      line,
      message: `「${shortened(text)}」是标题还是正文？现在「${marks}」会原样显示。`,
      fix: `要作标题，写成「${shortened(right)}」；就是正文，写成「\\#${shortened(title)}」。`,
    },
  ];
}

function underline({ line, column, text }: Row): BodyProblem[] {
  if (!/^[ \t\u3000]*[=＝]{3,}\s*$/u.test(text)) return [];
  return [
    {
      line,
      message: `这一行的「${shortened(text)}」会原样显示。`,
      fix: '要一条横线，写成「---」；如果上一行是标题，在标题前面写「## 」，删掉这一行。',
      edit: { line, column, was: text, becomes: '---' },
    },
  ];
}
