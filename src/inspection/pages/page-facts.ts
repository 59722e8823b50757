/** What an inspector reads from a page: its tags, its links, what stands in it; by its tree. */
import type { Element, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';

export interface PageFacts {
  /** Contents of `<meta name>` by name; one that is there twice has two. */
  meta: ReadonlyMap<string, readonly string[]>;
  /** Addresses as they are written: links, pictures, style sheets, scripts. */
  links: readonly string[];
  /** All words between the tags of the body. */
  text: string;
  /** Labels such as 来源： behind which nothing stands. */
  blankLabels: readonly string[];
  /** What stands behind `</html>`. */
  after: string;
}

const processor = rehype();
/** A label: a few characters and a colon. */
const LABEL = /^[\p{Script=Han}A-Z（）]{2,12}[：:]$/u;
const LABELLED = new Set(['span', 'p', 'li', 'dt', 'dd']);

export function readPage(html: string): PageFacts {
  const tree = processor.parse(html);
  const meta = new Map<string, string[]>();
  const links: string[] = [];
  const blankLabels: string[] = [];
  const body: string[] = [];
  visit(tree, 'element', (node, at, parent) => {
    const { tagName, properties } = node;
    if (tagName === 'body') body.push(visibleText(node));
    if (tagName === 'meta' && typeof properties['name'] === 'string') {
      const all = meta.get(properties['name']) ?? [];
      meta.set(properties['name'], [...all, String(properties['content'] ?? '')]);
    }
    for (const name of ['href', 'src', 'poster']) {
      const value = properties[name];
      if (typeof value === 'string') links.push(value);
    }
    const label = LABELLED.has(tagName) ? toString(node).trim() : '';
    if (LABEL.test(label) && !isFollowed(parent, at)) blankLabels.push(label);
  });
  const end = html.toLowerCase().lastIndexOf('</html>');
  const after = end < 0 ? '' : html.slice(end + '</html>'.length).trim();
  return { meta, links, text: body.join(''), blankLabels, after };
}

interface Parent {
  children: readonly RootContent[];
}

/** Whether anything is to be read behind a node in its parent. */
function isFollowed(parent: Parent | undefined, at: number | undefined): boolean {
  if (!parent || at === undefined) return false;
  return parent.children.slice(at + 1).some((node) => isSeen(node));
}

function isSeen(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && !HIDDEN.has(node.tagName);
}

const HIDDEN = new Set(['script', 'style', 'template']);

function visibleText(node: Element): string {
  let text = '';
  for (const child of node.children) {
    if (child.type === 'text') text += child.value;
    if (child.type === 'element' && !HIDDEN.has(child.tagName)) text += visibleText(child);
  }
  return text;
}
