/** Who signs a document, and the day, stand at the end of it as on paper: the last paragraphs get a class of their own. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/;
/** Several offices may sign together; a sentence is none of them. */
const SIGNER = /^(?!特此)[\p{Script=Han}\p{L}·（） ]{2,30}$/u;
const MOST_SIGNERS = 5;

/** Marks a last paragraph that is a date, and the names of offices right above it. */
export function rehypeSignature() {
  return (tree: Root): void => {
    const blocks = tree.children.filter((node) => node.type === 'element');
    const [date, ...above] = blocks.toReversed();
    if (!date || !isParagraph(date, DATE)) return;
    const end = above.findIndex((node) => !isParagraph(node, SIGNER));
    const signers = above.slice(0, end === -1 ? above.length : end);
    if (signers.length === 0 || signers.length > MOST_SIGNERS) return;
    for (const node of [date, ...signers]) node.properties['className'] = ['signature'];
  };
}

function isParagraph(node: Element, text: RegExp): boolean {
  return node.tagName === 'p' && text.test(toString(node).trim());
}
