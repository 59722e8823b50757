/**
 * The entry in which a page first leads to an article, where readers see it, gets a name and a frame. The link itself gets none: a
 * browser gives the keyboard to what an address's fragment names, if that can have it, and takes it from who is writing.
 */
import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';

/** The name, for an address's fragment. */
export const ENTRY = 'desk-entry';

const STYLE = `<style>#${ENTRY} { outline: 4px solid #0b57d0; outline-offset: 2px; scroll-margin-block: 40vh; }</style>`;
const IS_ENTRY = new Set(['li', 'article']);
const ENTRY_CLASS = 'headline';
/** Of these only one is seen at a time, and it is not this one. */
const UNSEEN = 'elder-only';

/**
 * @param html of a whole page of the site
 * @param link as it stands in `href`
 * @returns the same to the byte, but for what is put in
 */
export function markEntry(html: string, link: string): string {
  const path = pathTo(rehype().parse(html), link, false);
  const found = path?.slice(0, -1).findLast(isEntry) ?? path?.at(-2);
  const start = found?.position?.start.offset;
  if (!found || start === undefined) return html;
  // Of two names of one element the first holds: it is this one.
  const place = start + '<'.length + found.tagName.length;
  const marked = `${html.slice(0, place)} id="${ENTRY}"${html.slice(place)}`;
  return marked.replace('</head>', () => `${STYLE}</head>`);
}

function isEntry({ tagName, properties }: Element): boolean {
  return IS_ENTRY.has(tagName) || classesOf(properties).includes(ENTRY_CLASS);
}

/**
 * The elements around a link, and the link.
 * @param isInMain of the frame of pages only what is within is looked at
 */
function pathTo(node: Nodes, link: string, isInMain: boolean): Element[] | undefined {
  if (!('children' in node)) return undefined;
  const own = node.type === 'element' ? [node] : [];
  if (node.type === 'element') {
    const { tagName, properties } = node;
    if (isInMain && tagName === 'a' && properties['href'] === link) return own;
    if (classesOf(properties).includes(UNSEEN)) return undefined;
  }
  const isWithin = isInMain || (node.type === 'element' && node.tagName === 'main');
  for (const child of node.children) {
    const found = pathTo(child, link, isWithin);
    if (found) return [...own, ...found];
  }
  return undefined;
}

function classesOf({ className }: Element['properties']): (string | number)[] {
  return Array.isArray(className) ? className : [];
}
