/** Names masked with one asterisk (张*、李*) are text, though Markdown reads 、李 between them as italics. */
import type { PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** No emphasis begins with a mark that closes or pauses. */
const STARTS_WITH_PAUSE = /^[、，。；：！？）》」』〕】”]/u;

/** Turns emphasis that begins with a pausing mark back into the asterisks that were typed. */
export function remarkMaskedNames() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'emphasis' || !parent || index === undefined) return undefined;
      const [first] = node.children;
      if (first?.type !== 'text' || !STARTS_WITH_PAUSE.test(first.value)) return undefined;
      const restored: PhrasingContent[] = [
        { type: 'text', value: '*' },
        ...node.children,
        { type: 'text', value: '*' },
      ];
      parent.children.splice(index, 1, ...restored);
      return [SKIP, index];
    });
  };
}
