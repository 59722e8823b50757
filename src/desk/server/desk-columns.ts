/** The columns that an article may be put into, as the desk names them. */
import type { Column } from '../../model/columns.ts';
import type { DeskColumn } from '../api.ts';

/** Those that hold articles; where two share a name, each with its parent's. */
export function deskColumns(columns: readonly Column[]): DeskColumn[] {
  const lists = columns.filter(({ kind }) => kind === 'list');
  return lists.map(({ slug, name, parent, style }) => {
    const isShared = columns.filter((each) => each.name === name).length > 1;
    const above = columns.find((each) => each.slug === parent)?.name;
    const category = isShared && above !== undefined ? `${above}/${name}` : name;
    return { slug, name, category, isPolicy: style === 'policy' };
  });
}
