/** Paragraphs that do not belong to the list or quotation into which Markdown read them move behind it. */
import type { List, Nodes, Paragraph, Parents } from 'mdast';
import { areCounted, numberOf } from './remark-list-numbers.ts';

/**
 * @param chain from what they belong to down to the parent of `last`
 * @param last the block behind which they stood; what stands behind it, moves behind them
 */
export function leaveContainers(
  chain: readonly Parents[],
  last: Nodes,
  leaving: readonly Paragraph[],
  source: string,
): void {
  const [home, ...containers] = chain;
  if (!home) return;
  let below = last;
  let rest: Nodes[] = [];
  for (const container of containers.toReversed()) {
    rest = takeRest(container, container.children.indexOf(below as never) + 1, rest, source);
    below = container;
  }
  (home.children as Nodes[]).splice(
    home.children.indexOf(below as never) + 1,
    0,
    ...leaving,
    ...rest,
  );
}

/** Takes the children from `index` on out of a container, behind what was taken out of its last child. */
function takeRest(container: Parents, index: number, rest: Nodes[], source: string): Nodes[] {
  const children = container.children as Nodes[];
  switch (container.type) {
    case 'list': {
      const start = numberAt(container, index, source);
      const items = container.children.splice(index);
      return items.length > 0 ? [...rest, { ...container, ...start, children: items }] : rest;
    }
    case 'blockquote': {
      const quoted = [...rest, ...children.splice(index)];
      return quoted.length > 0
        ? [{ ...container, children: quoted as typeof container.children }]
        : [];
    }
    // Notes show at the end, wherever they stand.
    case 'footnoteDefinition':
      children.splice(index, 0, ...rest);
      return [];
    default:
      return [...rest, ...children.splice(index)];
  }
}

/** The number that an item has, as written; `1.` before every item means to count. */
function numberAt(list: List, index: number, source: string): { start?: number } {
  if (!list.ordered) return {};
  const numbers = list.children.map((item) => numberOf(item, source));
  const [first = 1] = numbers;
  return { start: areCounted(numbers) ? index + 1 : (numbers[index] ?? first + index) };
}
