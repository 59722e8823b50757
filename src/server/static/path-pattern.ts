/** Path patterns as `_headers` and `_redirects` write them: `/news/*`, `/archive/:year/index.shtml`. */

/** The parts of a path that a pattern's `*` (as `splat`) and `:names` stand for. */
export type PathParts = Readonly<Record<string, string>>;

/** Matches decoded paths against a pattern: `/a/*` on `/a/b/c` gives `{ splat: 'b/c' }`. */
export function compilePattern(pattern: string): (path: string) => PathParts | undefined {
  const names = new Set<string>();
  const group = (name: string, source: string) => {
    const isNew = !names.has(name);
    names.add(name);
    return isNew ? `(?<${name}>${source})` : source;
  };
  const source = decodePath(pattern)
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*|:([A-Za-z]\w*)/g, (_, name?: string) =>
      name === undefined ? group('splat', '.*') : group(name, '[^/]+'),
    );
  // A line's end in a path is a character like any other: `/*` fits every path.
  const expression = new RegExp(`^${source}$`, 's');
  return (path) => {
    const match = expression.exec(path);
    return match ? { ...match.groups } : undefined;
  };
}

/** Whether a pattern stands for one path only. */
export function isExact(pattern: string): boolean {
  return !/\*|:[A-Za-z]/.test(pattern);
}

/** A path with its `%E4…` read; as it is when those are not UTF-8. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
