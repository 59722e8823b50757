/** A long text begins with the list of its headings (目录), and each of these can be linked to. */
import type { BodyLabels } from '../labels/text-labels.ts';
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** More headings than this, or as long a text, need a list. */
const FEW_HEADINGS = 3;
const LONG_TEXT = 3000;
/** With more the list is of the outermost headings alone. */
const MOST_ENTRIES = 40;

/** Where a heading may be. */
export const HEADING = /#/;

/**
 * `<h2 id="s-1">…</h2>` → the same with a link to itself, and a `<nav class="contents">` before the text. What opens and
 * shuts it is an empty `<details>` before the list: a wide window shows the list beside the text, open or not.
 */
export function rehypeContents(labels: BodyLabels) {
  return (tree: Root): void => {
    const headings = headingsOf(tree);
    if (headings.length < 2) return;
    if (headings.length <= FEW_HEADINGS && toString(tree).length < LONG_TEXT) return;
    const list = contents(headings, labels);
    for (const heading of headings) heading.children.push(anchor(heading, labels));
    tree.children.unshift(list, { type: 'text', value: '\n' });
  };
}

function headingsOf(tree: Root): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    // A heading of a quotation is no part of the text.
    if (node.tagName === 'blockquote') return SKIP;
    if (/^h[2-4]$/.test(node.tagName) && /^s-\d+$/.test(String(node.properties['id'])))
      found.push(node);
    return undefined;
  });
  return found.filter((heading) => titleOf(heading) !== '');
}

function contents(headings: readonly Element[], labels: BodyLabels): Element {
  const isShort = headings.length <= MOST_ENTRIES;
  const listed = headings.filter(
    ({ tagName }) => tagName === 'h2' || (isShort && tagName === 'h3'),
  );
  const items = listed.map((heading) =>
    element('li', heading.tagName === 'h3' ? { className: ['deeper'] } : {}, [
      element('a', { href: `#${String(heading.properties['id'])}` }, [text(titleOf(heading))]),
    ]),
  );
  return element('nav', { className: ['contents'], ariaLabel: labels.contents }, [
    element('details', {}, [element('summary', {}, [text(labels.contents)])]),
    element('ol', {}, items),
  ]);
}

/** An empty link: the sign is the style sheet's, so that nobody copies it with the heading. */
function anchor(heading: Element, labels: BodyLabels): Element {
  return element('a', {
    className: ['anchor'],
    href: `#${String(heading.properties['id'])}`,
    ariaLabel: labels.linkTo(titleOf(heading)),
  });
}

/** The words of a heading without the marks of its notes. */
function titleOf(heading: Element): string {
  const words: string[] = [];
  visit(heading, (node) => {
    if (node.type === 'element' && node.tagName === 'sup') return SKIP;
    if (node.type === 'text') words.push(node.value);
    return undefined;
  });
  return words.join('').trim();
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
