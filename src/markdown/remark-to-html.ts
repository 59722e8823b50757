/** Markdown's tree becomes HTML's. */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Paragraph, PhrasingContent, Root, Strong } from 'mdast';
import remarkRehype from 'remark-rehype';
import type { Labels } from '../labels/labels.ts';
import { remarkRehypeOptions } from './plugins.ts';

/** What `remarkRehype` makes; paragraphs and bold type need not be walked through in search of notes first. */
export function remarkToHtml(labels: Labels) {
  const whole = remarkRehype(remarkRehypeOptions(labels));
  return (tree: Root, file: Parameters<typeof whole>[1]) => plainHtml(tree) ?? whole(tree, file);
}

/** Undefined where there is anything else. */
function plainHtml({ children }: Root): HtmlRoot | undefined {
  const root: HtmlRoot = { type: 'root', children: [] };
  for (const [index, block] of children.entries()) {
    const element = block.type === 'paragraph' ? elementOf('p', block) : undefined;
    if (!element) return undefined;
    if (index > 0) root.children.push({ type: 'text', value: '\n' });
    root.children.push(element);
  }
  return root;
}

function elementOf(tagName: string, { children }: Paragraph | Strong): Element | undefined {
  const made: ElementContent[] = [];
  for (const child of children) {
    const content = contentOf(child);
    if (!content) return undefined;
    made.push(content);
  }
  return { type: 'element', tagName, properties: {}, children: made };
}

function contentOf(node: PhrasingContent): ElementContent | undefined {
  if (node.type === 'strong') return elementOf('strong', node);
  // Spaces around line ends are dropped.
  if (node.type !== 'text' || /[\n\r]/.test(node.value)) return undefined;
  return { type: 'text', value: node.value };
}
