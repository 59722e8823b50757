/** `<br>` outside of a table in .mdx, where it is HTML that is not shown. In .md, `inspectHtml` names it. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf } from './body-problem.ts';
import { htmlTagProblem } from './html-tag-problem.ts';
import type { Source } from './source.ts';

export const breakTagRule: Rule = {
  id: 'markdown/break-tag',
  level: 'stop',
  scope: 'text',
  title: '.mdx 里的 <br>',
  basis: '表格外面的 <br> 不会显示，两行会连在一起。',
};

/** `tree` as it was parsed: in cells it is a line break already. */
export function inspectBreakTags(tree: Root, _source: Source, format: 'md' | 'mdx'): BodyProblem[] {
  const problems: BodyProblem[] = [];
  if (format === 'md') return problems;
  visit(tree, 'html', (tag) => {
    problems.push({ line: lineOf(tag), ...htmlTagProblem('br') });
  });
  return problems;
}
