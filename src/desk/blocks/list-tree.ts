/** Paragraphs with bullets and plain numbers, as Markdown's lists. */
import type { List, PhrasingContent } from 'mdast';
import type { ParagraphBlock } from './blocks.ts';
import type { BodyItem } from './body-item.ts';

/** A list that still knows how deep it stands. */
type Levelled = List & { level?: number };

/** Whether a paragraph is an item: 1. 2. 3. alone are; below 一、 and （一） they are the text's own, and stay in its lines. */
export function isListItem({ label }: ParagraphBlock): boolean {
  if (!label) return false;
  return (
    label.isBullet || (label.isDecimal && !label.isOfficial && /^\d{1,3}\.\s*$/.test(label.text))
  );
}

/** A list of this one item. */
export function listOf({ label }: ParagraphBlock, children: PhrasingContent[]): List {
  const isBullet = label?.isBullet ?? true;
  const number = Number.parseInt(label?.text ?? '', 10);
  const list: Levelled = {
    type: 'list',
    ordered: !isBullet,
    start: isBullet ? null : number,
    spread: false,
    children: [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }],
    level: label?.level ?? 0,
  };
  return list;
}

/** Items that follow one another are one list; those of a deeper level belong to the item before them. */
export function joinLists(items: readonly BodyItem[]): BodyItem[] {
  const whole: BodyItem[] = [];
  for (const item of items) {
    const last = whole.at(-1);
    if (item.node.type === 'list' && last?.node.type === 'list' && mayJoin(last.node, item.node)) {
      last.notices.push(...item.notices);
    } else {
      whole.push({ node: item.node, notices: [...item.notices] });
    }
  }
  return whole;
}

function mayJoin(list: Levelled, next: Levelled): boolean {
  const level = list.level ?? 0;
  if ((next.level ?? 0) > level) {
    const last = list.children.at(-1);
    const inner = last?.children.at(-1);
    if (inner?.type === 'list') return mayJoin(inner, next);
    last?.children.push(next);
    return last !== undefined;
  }
  if ((next.level ?? 0) < level || list.ordered !== next.ordered) return false;
  if (list.ordered && next.start !== (list.start ?? 1) + list.children.length) return false;
  for (const child of next.children) list.children.push(child);
  return true;
}
