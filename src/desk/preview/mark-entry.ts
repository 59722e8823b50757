/** The first link of a page to an article, where readers see it, gets a name and a frame. */
import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';

/** The name, for an address's fragment. */
export const ENTRY = 'desk-entry';

const STYLE = `<style>:is(li, article, .headline):has(#${ENTRY}) { outline: 4px solid #0b57d0; outline-offset: 2px; } #${ENTRY} { outline: 0 !important; scroll-margin-block: 40vh; }</style>`;
/** Of these only one is seen at a time, and it is not this one. */
const UNSEEN = 'elder-only';

/**
 * @param html of a whole page of the site
 * @param link as it stands in `href`
 * @returns the same to the byte, but for what is put in
 */
export function markEntry(html: string, link: string): string {
  const found = findLink(rehype().parse(html), link, false);
  const start = found?.position?.start.offset;
  if (start === undefined) return html;
  const place = start + '<a'.length;
  const marked = `${html.slice(0, place)} id="${ENTRY}"${html.slice(place)}`;
  return marked.replace('</head>', () => `${STYLE}</head>`);
}

/** @param isInMain of the frame of pages only what is within is looked at */
function findLink(node: Nodes, link: string, isInMain: boolean): Element | undefined {
  if (!('children' in node)) return undefined;
  if (node.type === 'element') {
    const { tagName, properties } = node;
    if (isInMain && tagName === 'a' && properties['href'] === link) return node;
    const { className } = properties;
    if (Array.isArray(className) && className.includes(UNSEEN)) return undefined;
  }
  const isWithin = isInMain || (node.type === 'element' && node.tagName === 'main');
  for (const child of node.children) {
    const found = findLink(child, link, isWithin);
    if (found) return found;
  }
  return undefined;
}
