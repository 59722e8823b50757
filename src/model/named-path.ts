import { basename, join } from 'node:path';

/** Absolute path of a file that a text names: in `public/`, or beside the article; undefined where nothing is beside it. */
export function namedPath(
  roots: { public: string },
  folder: string | undefined,
  target: string,
): string | undefined {
  if (target.startsWith('/')) return join(roots.public, target);
  return folder && join(folder, basename(target));
}
