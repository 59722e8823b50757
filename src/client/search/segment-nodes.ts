/** Segments of a text, those that were asked for as marks. */
import { figures } from '../../labels/zh-CN/scripts/results.ts';
import type { Segment } from '../../search/excerpt.ts';

export function nodesOf(segments: readonly Segment[]): (Element | string)[] {
  return segments.map(({ text, marked }) => (marked ? markOf([text]) : figures(text)));
}

export function markOf(nodes: readonly (Element | string)[]): Element {
  const mark = document.createElement('mark');
  mark.append(...nodes);
  return mark;
}
