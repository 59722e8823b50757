/** Pieces of a paragraph as Markdown's: links around deleted text around bold text, no spaces at the edges of any. */
import type { PhrasingContent } from 'mdast';
import type { ParagraphBlock, Piece, PicturePiece, TextPiece } from './blocks.ts';
import type { PictureOutcome } from './pictures.ts';

/** What is known of the whole text. */
export interface PieceNames {
  /** The number of a note. @param key `footnote:2` */
  note(key: string): string;
  /** The file of a picture beside the article, or why it has none. */
  picture(piece: PicturePiece): PictureOutcome;
}

/** A paragraph's words with its automatic number before them. */
export function labelled({ label, pieces }: ParagraphBlock, names: PieceNames): PhrasingContent[] {
  // `1. ` at the beginning of a line would be a list's.
  const text = (label?.text ?? '').replace(/^(\d{1,3}\.) $/, '$1');
  const children = phrasing(pieces, names);
  return text === '' ? children : trimmed([{ type: 'text', value: text }, ...children]);
}

/** Pictures are left out: they stand by themselves. */
export function phrasing(pieces: readonly Piece[], names: PieceNames): PhrasingContent[] {
  const flat = pieces.flatMap((piece): (TextPiece | PhrasingContent)[] => {
    switch (piece.type) {
      case 'text':
        return withBareEdges(piece);
      case 'break':
        return [{ type: 'break' }];
      case 'note': {
        const label = names.note(`${piece.kind}:${piece.id}`);
        return [{ type: 'footnoteReference', identifier: label, label }];
      }
      default:
        return [];
    }
  });
  return trimmed(wrapped(flat, ['href', 'isStruck', 'isBold']));
}

/** Bold type that begins or ends with a space is none in Markdown, and looks the same without. */
function withBareEdges(piece: TextPiece): TextPiece[] {
  if (!piece.isBold && !piece.isStruck) return [piece];
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(piece.text) ?? [];
  const plain = { ...piece, isBold: false, isStruck: false };
  return [
    { ...plain, text: before },
    { ...piece, text: inner },
    { ...plain, text: after },
  ].filter(({ text }) => text !== '');
}

type Mark = 'href' | 'isStruck' | 'isBold';
type Flat = TextPiece | PhrasingContent;

function wrapped(flat: readonly Flat[], [mark, ...inner]: readonly Mark[]): PhrasingContent[] {
  if (mark === undefined) {
    return flat.map((piece) => ('text' in piece ? { type: 'text', value: piece.text } : piece));
  }
  const found: PhrasingContent[] = [];
  for (let index = 0; index < flat.length;) {
    const value = markOf(flat[index], mark);
    let end = index + 1;
    while (end < flat.length && markOf(flat[end], mark) === value) end += 1;
    const children = joinText(wrapped(flat.slice(index, end), inner));
    if (typeof value === 'string') found.push({ type: 'link', url: value, children });
    else if (value === true)
      found.push({ type: mark === 'isBold' ? 'strong' : 'delete', children });
    // One by one: a call takes only so many words.
    else for (const child of children) found.push(child);
    index = end;
  }
  return joinText(found);
}

function markOf(piece: Flat | undefined, mark: Mark): string | boolean | undefined {
  if (!piece || !('text' in piece)) return undefined;
  return piece[mark] || undefined;
}

function joinText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}

/** Without the spaces and breaks around: an indent is the style sheet's. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = joinText(nodes);
  for (const place of [0, -1] as const) {
    for (let node = kept.at(place); node; node = kept.at(place)) {
      if (node.type === 'text') {
        node = { type: 'text', value: place === 0 ? node.value.trimStart() : node.value.trimEnd() };
        kept[place === 0 ? 0 : kept.length - 1] = node;
        if (node.value !== '') break;
      } else if (node.type !== 'break') break;
      if (place === 0) kept.shift();
      else kept.pop();
    }
  }
  return kept;
}
