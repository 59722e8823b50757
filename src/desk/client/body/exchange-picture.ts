/** Another picture in the place of one, wherever the text shows it. */
import type { EditorState, Transaction } from 'prosemirror-state';
import { bodyComponents } from '../../../markdown/components.ts';
import { readCard } from '../../editor/component-source.ts';
import { writeCard } from '../../editor/write-component.ts';
import type { PartChange } from '../../editor/write-component.ts';
import { fileNamed } from './file-named.ts';

/** @returns one step, and in how many places it exchanges the picture */
export function exchangePicture(
  { doc, tr }: EditorState,
  name: string,
  other: string,
): { transaction: Transaction; count: number } {
  let count = 0;
  doc.descendants(({ type, attrs }, place) => {
    if (type.name === 'card') {
      const source = String(attrs['source']);
      const next = cardWithout(source, name, other);
      if (next !== source) tr.setNodeAttribute(place, 'source', next);
      count += next === source ? 0 : 1;
      return;
    }
    const isPicture = type.name === 'figure' || type.name === 'image';
    if (!isPicture || fileNamed(String(attrs['src'])) !== name) return;
    tr.setNodeAttribute(place, 'src', other);
    count += 1;
  });
  return { transaction: tr, count };
}

/** In the pictures that the components of a card name. */
function cardWithout(source: string, name: string, other: string): string {
  const parts = readCard(source) ?? [];
  const changes = parts.map((part): PartChange => {
    if (part.kind === 'words') return part.words;
    const known = bodyComponents.get(part.name)?.attributes;
    return Object.fromEntries(
      part.attributes
        .filter((one) => known?.get(one.name)?.names === 'picture' && one.value === name)
        .map((one) => [one.name, other]),
    );
  });
  return writeCard(source, parts, changes);
}
