type Transform<Tree> = (tree: Tree, file: { value: unknown }) => void;

/**
 * The same plugin, run only on bodies whose source holds `sign`: most bodies have no list, note or address, and a walk
 * through the tree costs more than a look at the text.
 */
export function onlyWhere<Tree>(
  sign: RegExp,
  plugin: () => Transform<Tree>,
): () => Transform<Tree> {
  const transform = plugin();
  return () => (tree, file) => {
    if (sign.test(String(file.value))) transform(tree, file);
  };
}
