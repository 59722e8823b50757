/** A certain remedy as a change of a line, made only where its place in the line is certain, too. */
import { withoutInvisible } from './invisible.ts';
import type { Edit } from './issue.ts';

/**
 * @param text the line as it stands in the file
 * @param line its 1-based number
 * @returns undefined where `was` stands in it not once, but never or often
 */
export function editInLine(
  text: string,
  line: number,
  was: string,
  becomes: string,
): Edit | undefined {
  const column = onlyPlaceOf(was, text);
  if (column !== undefined) return { line, column, was, becomes };
  const plain = withoutInvisible(text);
  const place = onlyPlaceOf(was, plain);
  if (plain === text || place === undefined) return undefined;
  return {
    line,
    column: 0,
    was: text,
    becomes: plain.slice(0, place) + becomes + plain.slice(place + was.length),
  };
}

/** A whole line in the place of another. */
export function wholeLine(text: string, line: number, becomes: string): Edit {
  return { line, column: 0, was: text, becomes };
}

function onlyPlaceOf(was: string, text: string): number | undefined {
  const place = text.indexOf(was);
  return was !== '' && place >= 0 && place === text.lastIndexOf(was) ? place : undefined;
}
