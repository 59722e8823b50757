/** The tree of columns: breadcrumbs, navigation, site map and addresses all come from it. */
import type { Column } from '../model/columns.ts';

export interface ColumnNode {
  column: Column;
  parent: ColumnNode | undefined;
  children: ColumnNode[];
  /** From the top-level column down to this one. */
  chain: Column[];
  /** Slugs of the chain, `xwzx/tpxw`. */
  path: string;
}

export interface ColumnTree {
  roots: ColumnNode[];
  /** Throws for a slug that is not in the tree: the checks have seen to it that there is none. */
  node(slug: string): ColumnNode;
  /** Likewise by its path, `xwzx/tpxw`, of which pages are made. */
  at(path: string | undefined): ColumnNode;
  /** Every node, parents before their children. */
  all: ColumnNode[];
}

/** @param columns a checked list: unique slugs, parents that exist, no circle */
/** Whether there are columns beside the one at hand, or below it, to be led to. */
export function hasColumnsAround(tree: ColumnTree, { slug }: Column): boolean {
  const [root] = tree.node(slug).chain;
  return root !== undefined && tree.node(root.slug).children.some(({ column }) => !column.hidden);
}

export function columnTree(columns: readonly Column[]): ColumnTree {
  const nodes = new Map<string, ColumnNode>();
  const all: ColumnNode[] = [];
  const roots: ColumnNode[] = [];
  const add = (column: Column, parent: ColumnNode | undefined): void => {
    const chain = [...(parent?.chain ?? []), column];
    const path = chain.map(({ slug }) => slug).join('/');
    const node: ColumnNode = { column, parent, children: [], chain, path };
    nodes.set(column.slug, node);
    all.push(node);
    (parent?.children ?? roots).push(node);
    for (const child of columns) if (child.parent === column.slug) add(child, node);
  };
  for (const column of columns) if (!column.parent) add(column, undefined);
  const found = (node: ColumnNode | undefined, name: string | undefined): ColumnNode => {
    if (!node) throw new Error(`No column "${name}" in the tree`);
    return node;
  };
  return {
    roots,
    all,
    node: (slug) => found(nodes.get(slug), slug),
    at: (path) =>
      found(
        all.find((node) => node.path === path),
        path,
      ),
  };
}

/** The slugs of a column and of all below it. */
export function subtree(node: ColumnNode): string[] {
  return [node.column.slug, ...node.children.flatMap(subtree)];
}

/** A column's name where it stands alone, as in a title: with its parent's where another column has the same. */
export function fullName(tree: ColumnTree, { slug, name }: Column): string {
  const isShared = tree.all.some(({ column }) => column.name === name && column.slug !== slug);
  const parent = tree.node(slug).parent?.column.name;
  return isShared && parent ? `${parent}·${name}` : name;
}
