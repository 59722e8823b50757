/** Characters written by their number that readers could not see, or that would turn the text around. */
import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { badReferences } from '../model/character-references.ts';
import type { BodyProblem } from './body-problem.ts';
import type { Source } from './source.ts';
import { HOLDS_TEXT, isEscaped, visibleSource } from './visible-source.ts';

/** `tree` as it was parsed: within code they are text. */
export function inspectReferences(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (!HOLDS_TEXT.has(node.type) && node.type !== 'definition') return undefined;
    const start = node.position?.start.offset ?? 0;
    const written = source.body.slice(start, node.position?.end.offset ?? start);
    const text = visibleSource(node, written, start);
    for (const { written: was, index, message, fix, becomes } of badReferences(text)) {
      if (isEscaped(text, index)) continue;
      const { line, column } = source.placeOf(start + index);
      const edit = becomes === undefined ? {} : { edit: { line, column, was, becomes } };
      problems.push({ line, message, fix, ...edit });
    }
    return SKIP;
  });
  return problems;
}
