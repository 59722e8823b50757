/** A path that is a file in one release and a folder in the next cannot be both at once. */

/**
 * Those that have to go first: a file where a folder of what comes must be, and files in a folder where what comes must be.
 * @param coming paths that are to be put
 * @param going paths that are to be removed
 */
export function inTheWay(coming: readonly string[], going: readonly string[]): string[] {
  const comes = new Set(coming);
  const goes = new Set(going);
  const files = coming.flatMap((path) => above(path).filter((folder) => goes.has(folder)));
  const inFolders = going.filter((path) => above(path).some((folder) => comes.has(folder)));
  return [...new Set([...files, ...inFolders])];
}

/** `a/b/c` → `a`, `a/b` */
function above(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    folders.push(path.slice(0, at));
  }
  return folders;
}
