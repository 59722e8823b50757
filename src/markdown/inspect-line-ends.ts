/** Lines of which nothing tells whether they are one paragraph or two. */
import type { Paragraph, Root } from 'mdast';
import { visit } from './visit.ts';
import { decodePath } from '../model/link-kind.ts';
import type { Rule } from '../model/rule.ts';
import { pictureProblem } from './body-address-problem.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { linedParagraphs, PICTURE } from './paragraph-lines.ts';
import type { Source } from './source.ts';

export const lineEndRule: Rule = {
  id: 'markdown/line-end',
  level: 'stop',
  scope: 'text',
  title: '换行',
  basis: '两行是一段还是两段，只有写的人知道。',
};

/** `tree` as it was parsed. */
export function inspectLineEnds(tree: Root, source: Source): BodyProblem[] {
  return linedParagraphs(tree, source).flatMap(({ paragraph, lines, ends }) => {
    const unclear = ends.flatMap((end, index) => (end === 'unclear' ? [index] : []));
    if (unclear.length === 0) return [];
    const names = picturesIn(paragraph);
    const passed = { pictures: 0 };
    const shown = lines.map(({ text }) => {
      const own = names.slice(passed.pictures, (passed.pictures += text.split(PICTURE).length - 1));
      return { text, names: own };
    });
    return unclear.flatMap((index): BodyProblem[] => {
      const [line, next] = [shown[index], shown[index + 1]];
      // A picture that cannot be found is what there is to mend first.
      if (!line || !next || [...line.names, ...next.names].includes(undefined)) return [];
      return [
        {
          line: lineOf(paragraph) + index,
          message: `${quoted(tail(line.text), line.names.at(-1))}和下一行${quoted(head(next.text), next.names[0])}会连成一段。`,
          fix: '如果是两段，中间空一行；如果是一段，把下一行接到这一行的末尾。',
        },
      ];
    });
  });
}

/** The names of pictures in their order; undefined for one that is reported as wrong. */
function picturesIn(paragraph: Paragraph): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  visit(paragraph, 'image', ({ url, alt }) => {
    names.push(pictureProblem(url, alt ?? '') ? undefined : decodePath(url));
  });
  return names;
}

/** @param name the picture's that may stand in it */
function quoted(text: string, name = ''): string {
  const picture = `图片「${shortened(name)}」`;
  if (text === PICTURE) return picture;
  return `「${shortened(text.replaceAll(PICTURE, '〔图片〕'))}」`;
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
