/** A new component behind the block in which the caret is; an article that has none yet becomes an .mdx for it. */
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { cardOf } from '../../editor/read-blocks.ts';
import type { BodyFieldOptions } from '../body-field.ts';
import { insertBlocks } from './insertions.ts';

/** Undefined where there is none. */
export async function insertCard(
  view: EditorView,
  options: BodyFieldOptions,
): Promise<Transaction | undefined> {
  const { askNewCard } = await import('./card-dialog.ts');
  const source = await askNewCard(options.files());
  if (source === undefined || !(await options.becomeMdx()) || view.isDestroyed) return undefined;
  return insertBlocks(view.state, view.state.selection.to, [cardOf(source)]);
}
