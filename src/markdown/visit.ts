/**
 * A walk through a tree that is only read, in the order of the text. `unist-util-visit` lets the tree change under it, and
 * makes a named function for each node: over all inspectors, a fifth of what reading an archive cost.
 */
import type { Node, Parent } from 'mdast';
import { SKIP } from 'unist-util-visit';
import type { BuildVisitor } from 'unist-util-visit';

export { SKIP };

/** What unist's visitor is given; of what that may answer only `SKIP`, which leaves out the children of the node. */
type Visitor<Tree extends Node, Type extends string | undefined> = (
  ...found: Parameters<BuildVisitor<Tree, Type>>
) => typeof SKIP | undefined | void;

type Visit = (node: Node, index?: number, parent?: Parent) => unknown;

/** Calls `visitor` for each node, the tree's own first, or for each of one type. It must not add or remove nodes. */
export function visit<Tree extends Node, Type extends string>(
  tree: Tree,
  type: Type,
  visitor: Visitor<Tree, Type>,
): void;
export function visit<Tree extends Node>(tree: Tree, visitor: Visitor<Tree, undefined>): void;
export function visit(tree: Node, type: string | Visit, visitor?: Visit): void {
  if (typeof type !== 'string') walk(tree, type);
  else if (visitor) walkType(tree, type, visitor);
}

function walk(node: Node, visitor: Visit, index?: number, parent?: Parent): void {
  if (visitor(node, index, parent) === SKIP || !isParent(node)) return;
  for (let place = 0; place < node.children.length; place += 1) {
    const child = node.children[place];
    if (child) walk(child, visitor, place, node);
  }
}

function walkType(node: Node, type: string, visitor: Visit, index?: number, parent?: Parent): void {
  if (node.type === type && visitor(node, index, parent) === SKIP) return;
  if (!isParent(node)) return;
  for (let place = 0; place < node.children.length; place += 1) {
    const child = node.children[place];
    if (child) walkType(child, type, visitor, place, node);
  }
}

function isParent(node: Node): node is Parent {
  return 'children' in node;
}
