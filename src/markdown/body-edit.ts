/** The certain remedies of a body as changes of its text; lines are counted from the body's first. */
import type { Edit } from '../model/issue.ts';
import { sourceOf } from './source.ts';

interface Placed {
  position?:
    { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

/** The change at an offset of the body; undefined where it would reach over a line's end. */
export function editAt(
  body: string,
  offset: number,
  was: string,
  becomes: string,
): Edit | undefined {
  if (was.includes('\n') || body.slice(offset, offset + was.length) !== was) return undefined;
  return { ...sourceOf(body).placeOf(offset), was, becomes };
}

/** The change of a text that stands once in a node's source; undefined where the place is not certain. */
export function editWithin(
  body: string,
  node: Placed,
  was: string,
  becomes: string,
): Edit | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined || was === '') return undefined;
  const source = body.slice(start, end);
  const index = source.indexOf(was);
  if (index === -1 || source.includes(was, index + 1)) return undefined;
  return editAt(body, start + index, was, becomes);
}
