/** The old addresses as maps for the two servers that bureaus run themselves. */
import { isUndecoded } from '../site/moved-page.ts';
import type { MovedAddress } from '../site/old-addresses.ts';
import { requestAddress } from './redirects.ts';

/**
 * To be included in nginx's http block; the server block says `if ($moved) { return 301 $moved; }`. nginx compares keys
 * without regard to case: two that differ in nothing else are written as expressions, or it would not start.
 */
export function nginxMap(moved: readonly MovedAddress[]): string {
  const { byRequest, byPath } = parted(moved);
  const keys = [...byRequest.map(([key]) => key), ...byPath.map(([key]) => key)];
  const size = Math.max(byRequest.length, byPath.length);
  return [
    'map_hash_max_size 65536;\n',
    `map_hash_bucket_size ${bucketSize(keys, size)};\n`,
    'map $uri $moved_path {\n  default "";\n',
    ...nginxLines(byPath, withAskedQuery),
    '}\nmap $request_uri $moved {\n  default $moved_path;\n',
    ...nginxLines(byRequest),
    '}\n',
  ].join('');
}

/**
 * To be imported in Caddy's site block. What its maps give is taken as it is, without placeholders: where the query goes
 * along, it is put together in the redirect.
 */
export function caddyMap(moved: readonly MovedAddress[]): string {
  const { byRequest, byPath } = parted(moved);
  const isWhole = ([, to]: Line) => to.includes('?') || to.includes('#');
  return [
    'map {path} {moved_path} {\n\tdefault ""\n',
    ...caddyLines(byPath.filter(isWhole)),
    '}\nmap {path} {moved_bare} {\n\tdefault ""\n',
    ...caddyLines(byPath.filter((line) => !isWhole(line))),
    '}\nmap {query} {moved_query} {\n\tdefault "?{query}"\n\t"" ""\n',
    '}\nmap {uri} {moved} {\n\tdefault {moved_path}\n',
    ...caddyLines(byRequest),
    '}\n@moved expression `{moved} != ""`\nredir @moved {moved} 301\n',
    '@bare expression `{moved_bare} != ""`\nredir @bare {moved_bare}{moved_query} 301\n',
  ].join('');
}

type Line = [key: string, to: string];

/** What a server decodes before it compares, and what it has to compare as it was sent. */
function parted(moved: readonly MovedAddress[]): { byRequest: Line[]; byPath: Line[] } {
  const byRequest: Line[] = [];
  const byPath: Line[] = [];
  for (const each of moved) {
    const { path, query, to } = each;
    // nginx joins slashes in the decoded path.
    if (query !== undefined || path.includes('//') || isUndecoded(path)) {
      byRequest.push([requestAddress(each), to]);
    } else byPath.push([path, to]);
  }
  return { byRequest, byPath };
}

/** The query goes along unless the new address has one, as the server of `src/edge` does. */
function withAskedQuery(to: string): string {
  return to.includes('?') ? to : to.replace(/(?=#)|$/, () => '$is_args$args');
}

function nginxLines(
  lines: readonly Line[],
  complete: (to: string) => string = (to) => to,
): string[] {
  const alike = Map.groupBy(lines, ([key]) =>
    key.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );
  return [...alike.values()].flatMap((group) =>
    group.map(([key, to]) => {
      const written = group.length > 1 ? `~^${escapedExpression(key)}$` : key;
      // A `$` stands for itself in a key, and begins a variable in a value: nginx has no escape for it.
      return `  "${quoted(written)}" "${complete(quoted(to.replaceAll('$', '%24')))}";\n`;
    }),
  );
}

/** Braces are placeholders to Caddy, and it knows no escape for them but in expressions. */
function caddyLines(lines: readonly Line[]): string[] {
  return lines.map(([key, to]) => {
    const written = /[{}]/.test(key)
      ? `~^${escapedExpression(key).replaceAll(/\\[{}]/g, (brace) => (brace === '\\{' ? '\\x7B' : '\\x7D'))}$`
      : key;
    const target = to.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('$', '%24');
    // In Caddy's quotes a backslash stands for itself but before a quote.
    return `\t"${written.replaceAll('"', '\\"')}" "${target}"\n`;
  });
}

function escapedExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function quoted(text: string): string {
  return text.replaceAll(/["\\]/g, String.raw`\$&`);
}

/**
 * nginx does not start when a key is longer than a bucket, and its own 64 bytes are too few for an address of an
 * old CMS. An element is the key's bytes, its length and two pointers; many keys need room for several in one bucket.
 * https://nginx.org/en/docs/http/ngx_http_map_module.html#map_hash_bucket_size
 */
function bucketSize(keys: readonly string[], size: number): number {
  const longest = keys.reduce((most, key) => Math.max(most, Buffer.byteLength(key)), 0);
  const least = size > 10_000 ? 1024 : size > 1000 ? 256 : 64;
  return Math.max(least, 2 ** Math.ceil(Math.log2(longest + 32)));
}
