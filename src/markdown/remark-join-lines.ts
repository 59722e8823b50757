/** A sentence broken over two lines of the file: HTML shows a space there, Chinese has none. */
import type { Parents, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from './visit.ts';
import { joinsWithoutSpace } from './chinese-text.ts';

/** Removes line endings between characters that stand without a space; others stay and show as one. */
export function remarkJoinLines() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
      joinLines(node);
      return SKIP;
    });
  };
}

function joinLines(block: Parents): void {
  const pieces = [...textPieces(block)];
  for (const [index, piece] of pieces.entries()) {
    if (piece.type !== 'text' || !piece.value.includes('\n')) continue;
    const previous = pieces[index - 1]?.value.at(-1) ?? '';
    const next = Array.from(pieces[index + 1]?.value ?? '')[0] ?? '';
    piece.value = joinText(piece.value, previous, next);
  }
}

/** The text leaves in reading order, through bold and links. A note's number stands aside; pictures and breaks part. */
function* textPieces(parent: Parents): Generator<{ type: string; value: string }> {
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type === 'footnoteReference') continue;
    if ('children' in child) yield* textPieces(child);
    else if (child.type === 'text' || child.type === 'inlineCode') yield child;
    else yield { type: child.type, value: '' };
  }
}

function joinText(text: string, previous: string, next: string): string {
  const lines = text.split('\n');
  const joined = [lines[0] ?? ''];
  let before = Array.from(lines[0]?.slice(-2) ?? '').at(-1) ?? previous;
  for (const [index, line] of lines.slice(1).entries()) {
    const isLast = index === lines.length - 2;
    const after = Array.from(line.slice(0, 2))[0] ?? (isLast ? next : '');
    joined.push(joinsWithoutSpace(before, after) ? '' : '\n', line);
    before = Array.from(line.slice(-2)).at(-1) ?? '\n';
  }
  return joined.join('');
}
