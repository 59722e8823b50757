/** Pictures that stand alone in their paragraph, or in a heading, become figures, their alternative text the caption. */
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const HEADING = /^h[1-6]$/;

/** `<p><img alt="…"></p>` → `<figure><img alt="…"><figcaption>…</figcaption></figure>`; one figure a picture. */
export function rehypeFigures() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (HEADING.test(node.tagName) && parent && index !== undefined) {
        const kept = behindHeading(node);
        parent.children.splice(index, 1, ...kept);
        return [SKIP, index + kept.length];
      }
      if (node.tagName !== 'p' || !parent || index === undefined) return undefined;
      const figures = figuresOf(node);
      if (!figures) return undefined;
      parent.children.splice(index, 1, ...figures);
      return [SKIP, index + figures.length];
    });
  };
}

/**
 * A heading with the pictures in it behind it, and no heading where it has no words: `![…](…)` above a line of `---` is
 * one by accident.
 */
function behindHeading(heading: Element): Element[] {
  const pictures = heading.children.filter((child) => pictureOf(child));
  if (pictures.length === 0) return [heading];
  const words = heading.children.filter((child) => !pictures.includes(child));
  const last = words.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  const figures = figuresOf({ ...heading, children: pictures }) ?? [];
  return words.every(isBlank) ? figures : [{ ...heading, children: words }, ...figures];
}

function figuresOf(paragraph: Element): Element[] | undefined {
  const figures: Element[] = [];
  for (const child of paragraph.children) {
    if (isBlank(child)) continue;
    const picture = pictureOf(child);
    if (!picture) return undefined;
    const caption = String(picture.properties['alt'] ?? '').trim();
    picture.properties['alt'] = caption;
    figures.push(figure(child, caption));
  }
  return figures.length > 0 ? figures : undefined;
}

function isBlank(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'element' && node.tagName === 'br';
}

/** The picture that a node is, or the only thing that a link shows. */
function pictureOf(node: ElementContent | undefined): Element | undefined {
  if (node?.type !== 'element') return undefined;
  if (node.tagName === 'img') return node;
  return node.tagName === 'a' && node.children.length === 1
    ? pictureOf(node.children[0])
    : undefined;
}

function figure(picture: ElementContent, caption: string): Element {
  const children: ElementContent[] = [picture];
  if (caption !== '') {
    children.push({
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text', value: caption }],
    });
  }
  return { type: 'element', tagName: 'figure', properties: {}, children };
}
