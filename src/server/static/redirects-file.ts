/**
 * `_redirects`, one rule a line: `/old/path /new/path 301`.
 *
 * The part of the format that Netlify and Cloudflare Pages share: comments with `#`, `*` and
 * `:names` in the old path, `:splat` and `:names` in the new one, 302 when no status is given; and of
 * Netlify's, a query that must be asked for: `/show.asp id=12 /new/path 301`.
 * `_gone` is of the same form, with 410 and the page that says so.
 * As there, a line that is no redirect (rewrites to 200, conditions) is passed over. Addresses without patterns are found
 * in any case of their letters (`spellings.ts`).
 * https://developers.cloudflare.com/pages/configuration/redirects/
 * https://docs.netlify.com/routing/redirects/redirect-options/#query-parameters
 */
import { compilePattern, decodePath, isExact, type PathParts } from './path-pattern.ts';
import { createSpellings, foldLetters } from './spellings.ts';

export interface Redirect {
  /** A path on this host, or a full address. */
  location: string;
  status: number;
  /** Whether the query of the request goes along: not where it was what told the address. */
  keepsQuery: boolean;
}

/** Where a decoded path, asked for with a query (`?id=12` or nothing), has moved. */
export type FindRedirect = (path: string, search?: string) => Redirect | undefined;

const STATUSES: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Gives the function that finds where an address has moved. Addresses with a query go before those without, single paths
 * before patterns.
 * @param statuses lines with another one are passed over
 */
export function parseRedirects(text: string, statuses = STATUSES): FindRedirect {
  const placeOf = ({ location, status }: Redirect) => `${status} ${location}`;
  const asked = createSpellings(placeOf);
  const single = createSpellings(placeOf);
  let isAnyAsked = false;
  const patterns: ((path: string) => Redirect | undefined)[] = [];

  for (const line of text.split('\n')) {
    const [from = '', ...words] = line.trim().split(/\s+/);
    const at = words.findIndex(isLocation);
    if (!from.startsWith('/') || at < 0) continue;
    const parameters = words.slice(0, at);
    const [location = '', code = '302', ...rest] = words.slice(at);
    const status = Number(code.replace(/!$/, ''));
    if (!statuses.includes(status) || rest.length > 0) continue;

    if (isExact(from)) {
      const path = pathKey(decodePath(from));
      const isAsked = parameters.length > 0;
      const redirect = { location, status, keepsQuery: !isAsked };
      if (isAsked) asked.add(...askedKeys(path, parameters), redirect);
      else single.add(path, foldLetters(path), redirect);
      isAnyAsked ||= isAsked;
    } else if (parameters.length === 0 && !hasOpenHost(location)) {
      const match = compilePattern(from);
      patterns.push((path) => {
        const parts = match(path);
        return parts && { location: fill(location, parts), status, keepsQuery: true };
      });
    }
  }

  return (path, search = '') => {
    const key = pathKey(path);
    if (search.length > 1 && isAnyAsked) {
      const found = asked.find(...askedKeys(key, search.slice(1).split('&')));
      if (found) return found;
    }
    const exact = single.find(key, foldLetters(key));
    if (exact) return exact;
    for (const redirect of patterns) {
      const found = redirect(path);
      if (found) return found;
    }
    return undefined;
  };
}

function isLocation(word: string): boolean {
  return word.startsWith('/') || /^https?:\/\//i.test(word);
}

/** What a stranger writes into the path must not choose the host. */
function hasOpenHost(location: string): boolean {
  return /^https?:\/\/[^/?#]*:[A-Za-z]/i.test(location);
}

/** Where `%D0…` is no UTF-8 it stays, and browsers write it in either case. */
function pathKey(path: string): string {
  return path.replaceAll(/%[\da-f]{2}/gi, (sign) => sign.toUpperCase());
}

/** Parameters in any order; `a` is `a=`. As written, and in any case. */
function askedKeys(path: string, parameters: readonly string[]): [key: string, folded: string] {
  const pairs = parameters
    .filter((parameter) => parameter !== '')
    .map((parameter) => {
      const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(parameter) ?? [];
      return `${valueKey(name)}=${valueKey(value)}`;
    });
  const folded = pairs.map(foldLetters).toSorted().join('&');
  return [`${path}?${pairs.toSorted().join('&')}`, `${foldLetters(path)}?${folded}`];
}

function valueKey(value: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(value));
  } catch {
    return pathKey(value);
  }
}

function fill(location: string, parts: PathParts): string {
  const filled = location.replaceAll(/:([A-Za-z]\w*)/g, (whole, name: string) =>
    name in parts ? encodeURI(parts[name] ?? '') : whole,
  );
  // `/:splat` must not become `//another.host`.
  return location.startsWith('/') ? filled.replace(/^[/\\]+/, '/') : filled;
}
