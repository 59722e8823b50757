/** Braces and components in the caption of a picture in an .mdx body: Markdown takes words alone from there. */
import type { Root } from 'mdast';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { visit } from './visit.ts';

/** Characters of a caption that are shown as they are, whatever they would be outside of it. */
const AS_THEY_ARE = /\\[^]|(`+)(?!`)[^]*?(?<!`)\1(?!`)/g;

export function captionProblems(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('![')) return [];
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const { start, end } = node.position ?? {};
    const caption = captionIn(body.slice(start?.offset, end?.offset));
    const [lost] = /\{[^}]*\}?|<[/>\p{L}$_][^>]*>?/u.exec(caption) ?? [];
    if (lost === undefined) return;
    const isBrace = lost.startsWith('{');
    problems.push({
      line: lineOf(node),
      message: `图片说明里的「${shortened(lost)}」不会照原样显示。`,
      fix: isBrace
        ? '删掉；如果是说明里的花括号，写成 \\{ 和 \\}。'
        : '删掉；如果是说明里的尖括号，写成 \\<。',
    });
  });
  return problems;
}

/** @param picture as it is written, from `![` on */
function captionIn(picture: string): string {
  const written = picture.slice(2).replaceAll(AS_THEY_ARE, (shown) => ' '.repeat(shown.length));
  let open = 1;
  for (const { 0: bracket, index } of written.matchAll(/[[\]]/g)) {
    open += bracket === '[' ? 1 : -1;
    if (open === 0) return written.slice(0, index);
  }
  return written;
}
