/** Another picture in the place of one, wherever the text shows it. */
import type { EditorState, Transaction } from 'prosemirror-state';
import { fileNamed } from './file-named.ts';

/** @returns one step, and in how many places it exchanges the picture */
export function exchangePicture(
  { doc, tr }: EditorState,
  name: string,
  other: string,
): { transaction: Transaction; count: number } {
  let count = 0;
  doc.descendants(({ type, attrs }, place) => {
    const isPicture = type.name === 'figure' || type.name === 'image';
    if (!isPicture || fileNamed(String(attrs['src'])) !== name) return;
    tr.setNodeAttribute(place, 'src', other);
    count += 1;
  });
  return { transaction: tr, count };
}
