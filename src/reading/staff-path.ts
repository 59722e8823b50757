import { basename, dirname, relative, sep } from 'node:path';

/** Paths as staff see them: `content/…` whatever folder the build was pointed at. */
export function pathAsStaffSeeIt(contentRoot: string): (path: string) => string {
  const above = dirname(contentRoot);
  const name = basename(contentRoot);
  const inside = contentRoot + sep;
  return (path) => {
    // What is inside costs no comparison: there may be a hundred thousand.
    const seen = path.startsWith(inside)
      ? name + path.slice(contentRoot.length)
      : relative(above, path);
    return (seen || name).replaceAll('\\', '/');
  };
}
