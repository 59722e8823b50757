/** What Word marks its own parts with (`<![if !supportLists]>1.<![endif]>`), and takes along when text is pasted. */
import type { Nodes, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { SKIP, visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import type { Source } from './source.ts';
import { HOLDS_TEXT, isEscaped, visibleSource } from './visible-source.ts';

export const wordConditionalRule: Rule = {
  id: 'paste/word-mark',
  level: 'stop',
  scope: 'text',
  title: 'Word 的记号',
  basis: '从 Word 粘贴带来的记号会显示，或者让里面的文字不显示。',
};

const SHOWN = /<!\[(?:if\b[^\]<>\n]{0,200}|endif)\](?:--)?>/gi;
const HIDDEN = /<!--\[if\b[^\]<>\n]{0,200}\](?:>|><!)[\s\S]*?-->|<!--<!\[endif\]-->/gi;
const BEGINS = /^\s*<!--(?:\[if\b[^\]\n]{0,200}\]>|<!\[endif\])/i;
/** What stands around text that is shown, and hides nothing. */
const MARK = /^<!--\[if[^\]]*\]><!-->$|^<!--<!/i;
const HAN = /\p{Script=Han}/u;

/** Whether a comment is one of Word's. */
export function isWordConditional(html: string): boolean {
  return BEGINS.test(html);
}

/** `tree` as it was parsed. */
export function inspectWordConditionals(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (node.type === 'html') problems.push(...hiddenIn(node, source));
    if (!HOLDS_TEXT.has(node.type)) return undefined;
    problems.push(...shownIn(node, source));
    visit(node, 'html', (html) => void problems.push(...hiddenIn(html, source)));
    return SKIP;
  });
  return problems;
}

function shownIn(node: Nodes, source: Source): BodyProblem[] {
  const start = node.position?.start.offset ?? 0;
  const written = source.body.slice(start, node.position?.end.offset ?? start);
  if (written.search(SHOWN) === -1) return [];
  const text = visibleSource(node, written, start);
  return [...text.matchAll(SHOWN)]
    .filter(({ index }) => !isEscaped(text, index))
    .map(({ 0: was, index }) => {
      const { line, column } = source.placeOf(start + index);
      return {
        line,
        message: `「${shortened(was)}」是从 Word 粘贴带来的记号，会显示在网页上。`,
        fix: '删掉它，只留文字。',
        edit: { line, column, was, becomes: '' },
      };
    });
}

function hiddenIn(node: Nodes, source: Source): BodyProblem[] {
  const start = node.position?.start.offset ?? 0;
  const written = source.body.slice(start, node.position?.end.offset ?? start);
  if (!isWordConditional(written)) return [];
  return [...written.matchAll(HIDDEN)].map(({ 0: was, index }) => {
    const { line, column } = source.placeOf(start + index);
    return {
      line: index === 0 ? lineOf(node) : line,
      ...(MARK.test(was)
        ? { message: `「${shortened(was)}」是从 Word 粘贴带来的记号。`, fix: '删掉它，只留文字。' }
        : {
            message: `「${shortened(was)}」是从 Word 粘贴带来的代码，里面的内容不会显示。`,
            fix: '整段删掉；里面有要发布的文字的，先移到外面。',
          }),
      // Words in it may be somebody's.
      ...(HAN.test(was) ? {} : { edit: { line, column, was, becomes: '' } }),
    };
  });
}
