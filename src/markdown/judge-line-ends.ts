/** The ends of a body's lines, judged so that what must be asked is asked at once. */
import { judgeAsWritten, type Line, type LineEnd } from './line-ends.ts';

/**
 * Judges the ends of the lines of one body, whose paragraphs are given by their lines. What would become unclear once
 * staff have parted, or joined, the unclear ones is unclear at once: they are asked once.
 */
export function judgeLineEnds(paragraphs: readonly (readonly Line[])[]): LineEnd[][] {
  const ends = judgeAsWritten(paragraphs);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const unclear = ends.flat().filter((end) => end === 'unclear').length;
    if (unclear === 0) break;
    askAlso(paragraphs, ends, (lines) => lines.map((line) => [line]));
    askAlso(paragraphs, ends, (lines) => [lines]);
    if (ends.flat().filter((end) => end === 'unclear').length === unclear) break;
  }
  return ends;
}

/** Each makes at least one more end unclear; of real texts none needs more than four. */
const MOST_ROUNDS = 20;

/** Lines of the body after the remedy, with the end of the written line that each of their ends was. */
interface Remedied {
  lines: Line[];
  ends: { paragraph: number; end: number }[];
}

/** Judges the body as the remedy makes it, and notes the ends that are unclear only there. */
function askAlso(
  paragraphs: readonly (readonly Line[])[],
  ends: LineEnd[][],
  remedy: (lines: Line[]) => Line[][],
): void {
  const remedied = paragraphs.flatMap((lines, paragraph) =>
    afterRemedy(lines, ends[paragraph] ?? [], paragraph, remedy),
  );
  const judged = judgeAsWritten(remedied.map(({ lines }) => lines));
  for (const [index, { ends: places }] of remedied.entries())
    for (const [place, { paragraph, end }] of places.entries())
      if (judged[index]?.[place] === 'unclear') {
        const own = ends[paragraph];
        if (own) own[end] = 'unclear';
      }
}

function afterRemedy(
  lines: readonly Line[],
  ends: readonly LineEnd[],
  paragraph: number,
  remedy: (lines: Line[]) => Line[][],
): Remedied[] {
  const found: Remedied[] = [{ lines: [], ends: [] }];
  // Lines between which the remedy stands.
  let asked: Line[] = [];
  for (const [index, line] of lines.entries()) {
    asked.push(line);
    if (ends[index] === 'unclear') continue;
    for (const [part, joined] of remedy(asked).entries()) {
      if (part > 0) found.push({ lines: [], ends: [] });
      found.at(-1)?.lines.push(joinedLine(joined));
    }
    if (index < lines.length - 1) found.at(-1)?.ends.push({ paragraph, end: index });
    asked = [];
  }
  return found;
}

function joinedLine(lines: readonly Line[]): Line {
  const [first] = lines;
  return {
    ...(first ?? { isIndented: false }),
    text: lines.map(({ text }) => text.trim()).join(''),
    written: lines.map(({ written }) => written.trim()).join(''),
  };
}
