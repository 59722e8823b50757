/** Chinese has no italics: the signs around its words are text, marks and masked names (`*A类为必填，B*`, `（*）和（*）`). */
import type { PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { inlineText } from './readable-text.ts';
import { visit as read } from './visit.ts';

/** No emphasis begins with a mark that closes or pauses. */
const STARTS_WITH_PAUSE = /^[、，。；：！？）》」』〕】”]/u;
const HAN = /\p{Script=Han}/u;
/** `*《办法》*`: a title that is set off. */
const TITLE = /^[《“「『].*[》”」』]$/su;

/** Turns emphasis of Chinese words back into the signs that were typed; what is bold too (`***重点***`) stays. */
export function remarkMaskedNames() {
  return (tree: Root, { value: body }: { value: unknown }): void => {
    // Bold type, which many bodies hold, is none.
    if (!holdsEmphasis(tree)) return;
    visit(tree, 'emphasis', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const [first] = node.children;
      if (node.children.length === 1 && first?.type === 'strong') return undefined;
      const text = inlineText(node);
      const isText = HAN.test(text) ? !TITLE.test(text) : STARTS_WITH_PAUSE.test(text);
      if (!isText) return undefined;
      const sign = String(body)[node.position?.start.offset ?? -1] === '_' ? '_' : '*';
      const restored: PhrasingContent[] = [
        { type: 'text', value: sign },
        ...node.children,
        { type: 'text', value: sign },
      ];
      parent.children.splice(index, 1, ...restored);
      return [SKIP, index];
    });
  };
}

function holdsEmphasis(tree: Root): boolean {
  let isThere = false;
  read(tree, 'emphasis', () => void (isThere = true));
  return isThere;
}
