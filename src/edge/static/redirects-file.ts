/**
 * `_redirects`, one rule a line: `/old/path /new/path 301`.
 *
 * The part of the format that Netlify and Cloudflare Pages share: comments with `#`, `*` and
 * `:names` in the old path, `:splat` and `:names` in the new one, 302 when no status is given.
 * As there, a line that is no redirect (rewrites to 200, conditions) is passed over.
 * https://developers.cloudflare.com/pages/configuration/redirects/
 */
import { compilePattern, decodePath, isExact, type PathParts } from './path-pattern.ts';

export interface Redirect {
  /** A path on this host, or a full address. */
  location: string;
  status: number;
}

const STATUSES = new Set([301, 302, 303, 307, 308]);

/** Gives the function that finds where a decoded path has moved. Single paths go before patterns. */
export function parseRedirects(text: string): (path: string) => Redirect | undefined {
  const single = new Map<string, Redirect>();
  const patterns: ((path: string) => Redirect | undefined)[] = [];

  for (const line of text.split('\n')) {
    const [from = '', location, code = '302', ...rest] = line.trim().split(/\s+/);
    const status = Number(code.replace(/!$/, ''));
    if (!from.startsWith('/') || location === undefined) continue;
    if (!STATUSES.has(status) || rest.length > 0) continue;

    if (isExact(from)) {
      const path = decodePath(from);
      if (!single.has(path)) single.set(path, { location, status });
    } else {
      const match = compilePattern(from);
      patterns.push((path) => {
        const parts = match(path);
        return parts && { location: fill(location, parts), status };
      });
    }
  }

  return (path) => {
    const exact = single.get(path);
    if (exact) return exact;
    for (const redirect of patterns) {
      const found = redirect(path);
      if (found) return found;
    }
    return undefined;
  };
}

function fill(location: string, parts: PathParts): string {
  const filled = location.replaceAll(/:([A-Za-z]\w*)/g, (whole, name: string) =>
    name in parts ? encodeURI(parts[name] ?? '') : whole,
  );
  // `/:splat` must not become `//another.host`.
  return location.startsWith('/') ? filled.replace(/^[/\\]+/, '/') : filled;
}
