/** `<br>` outside of a table in .mdx, where it is HTML that is not shown. In .md, `inspectHtml` names it. */
import type { Root } from 'mdast';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf } from './body-problem.ts';
import { htmlTagProblem } from './html-tag-problem.ts';
import type { Source } from './source.ts';

/** `tree` as it was parsed: in cells it is a line break already. */
export function inspectBreakTags(tree: Root, _source: Source, format: 'md' | 'mdx'): BodyProblem[] {
  const problems: BodyProblem[] = [];
  if (format === 'md') return problems;
  visit(tree, 'html', (tag) => {
    problems.push({ line: lineOf(tag), ...htmlTagProblem('br') });
  });
  return problems;
}
