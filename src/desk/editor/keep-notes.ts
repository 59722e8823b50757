/** Where the words of a note are taken away, its signs go too: without them Markdown would show `[^1]`. */
import { Plugin } from 'prosemirror-state';
import type { Transaction } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';

export function keepNotes(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, { doc, tr }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      return withoutLostSigns(doc, tr);
    },
  });
}

function withoutLostSigns(doc: Node, tr: Transaction): Transaction | null {
  const labels = new Set(labelsOf(doc));
  const lost: number[] = [];
  doc.descendants(({ type, attrs }, place) => {
    if (type.name === 'note_ref' && !labels.has(String(attrs['label']))) lost.push(place);
  });
  for (const place of lost.toReversed()) tr.delete(place, place + 1);
  return lost.length > 0 ? tr : null;
}

/** Labels of the notes at the end of a document. */
export function labelsOf(doc: Node): string[] {
  const labels: string[] = [];
  doc.forEach(({ type, attrs }) => {
    if (type.name === 'note') labels.push(String(attrs['label']));
  });
  return labels;
}
