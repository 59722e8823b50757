/** Lines of which nothing tells whether they are one paragraph or two. */
import type { Root } from 'mdast';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { linedParagraphs } from './paragraph-lines.ts';
import type { Source } from './source.ts';

/** `tree` as it was parsed. */
export function inspectLineEnds(tree: Root, source: Source): BodyProblem[] {
  return linedParagraphs(tree, source).flatMap(({ paragraph, lines, ends }) =>
    ends.flatMap((end, index): BodyProblem[] => {
      if (end !== 'unclear') return [];
      return [
        {
          line: lineOf(paragraph) + index,
          message: `「${shortened(tail(lines[index]?.text))}」和下一行「${shortened(head(lines[index + 1]?.text))}」会连成一段。`,
          fix: '如果是两段，中间空一行；如果是一段，把下一行接到这一行的末尾。',
        },
      ];
    }),
  );
}

const QUOTED = 12;

function tail(text = ''): string {
  const characters = Array.from(text.trim());
  return characters.length > QUOTED
    ? `…${characters.slice(-QUOTED).join('')}`
    : characters.join('');
}

function head(text = ''): string {
  const characters = Array.from(text.trim());
  return characters.length > QUOTED
    ? `${characters.slice(0, QUOTED).join('')}…`
    : characters.join('');
}
