/** What a body says, as it was written: its source without the marks that Markdown is right to hide. */
import type { Nodes, Parents, Root } from 'mdast';

/** A piece of text and where it stands in the body. */
export interface WrittenPiece {
  offset: number;
  text: string;
}

/**
 * All that ought to be shown, in the order of the body. What lies between the pieces that the parser knows is taken for
 * text, unless it is the address of a link, the name of a note or the number of a list's item.
 * @param tree as it was parsed
 */
export function writtenText(tree: Root, body: string): WrittenPiece[] {
  const pieces: WrittenPiece[] = [];
  collect(tree, body, pieces, 0, body.length);
  return pieces;
}

function collect(
  node: Parents,
  body: string,
  pieces: WrittenPiece[],
  start: number,
  end: number,
): void {
  let passed = start;
  for (const [index, child] of node.children.entries()) {
    const from = child.position?.start.offset;
    const to = child.position?.end.offset;
    if (from === undefined || to === undefined) continue;
    pieces.push({ offset: passed, text: gap(node, index, body.slice(passed, from)) });
    collectChild(child, body, pieces, from, to);
    passed = to;
  }
  const rest = body.slice(passed, end);
  pieces.push({ offset: passed, text: gap(node, node.children.length, rest) });
}

function collectChild(
  child: Nodes,
  body: string,
  pieces: WrittenPiece[],
  from: number,
  to: number,
): void {
  switch (child.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      pieces.push({ offset: from, text: child.value });
      break;
    case 'image':
    case 'imageReference':
      pieces.push({ offset: from, text: child.alt ?? '' });
      break;
    case 'html':
      pieces.push({ offset: from, text: textOfHtml(child.value) });
      break;
    default:
      if ('children' in child) collect(child, body, pieces, from, to);
  }
}

/** The source before the child at `index`, or behind the last one. */
function gap({ type, children }: Parents, index: number, source: string): string {
  switch (type) {
    case 'link':
    case 'linkReference':
      return index === children.length ? '' : source;
    case 'listItem':
    case 'footnoteDefinition':
      return index === 0 ? '' : source;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return '';
    default:
      return source;
  }
}

/** Nothing of HTML is shown; tags have problems of their own, comments are none. */
function textOfHtml(html: string): string {
  if (/<[A-Za-z]/.test(html)) return '';
  // One that does not end is a problem of its own, too.
  return html.replaceAll(/<!--[\s\S]*?(?:-->|$)|<[/!?][^>]*>/g, (hidden) =>
    hidden.replaceAll(/[^\n]/g, ' '),
  );
}
