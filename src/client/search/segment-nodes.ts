/** Segments of a text, those that were asked for as marks. */
import type { Segment } from '../../search/excerpt.ts';

export function nodesOf(segments: readonly Segment[]): (Element | string)[] {
  return segments.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
