import { basename, dirname, relative } from 'node:path';

/** Paths as staff see them: `content/…` whatever folder the build was pointed at. */
export function pathAsStaffSeeIt(contentRoot: string): (path: string) => string {
  const above = dirname(contentRoot);
  const name = basename(contentRoot);
  return (path) => (relative(above, path) || name).split('\\').join('/');
}
