/** The old addresses as a map for nginx. */
import type { MovedAddress } from '../site/old-addresses.ts';
import { escapedExpression, inAnyCase, parted } from './moved-lines.ts';
import type { Line } from './moved-lines.ts';

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

/** The query goes along unless the new address has one, as the server of `src/server` does. */
function withAskedQuery(to: string): string {
  return to.includes('?') ? to : to.replace(/(?=#)|$/, () => '$is_args$args');
}

function nginxLines(
  lines: readonly Line[],
  complete: (to: string) => string = (to) => to,
): string[] {
  const { folded, exact } = inAnyCase(lines);
  const written: Line[] = [
    ...folded,
    ...exact.map(([key, to]): Line => [`~^${escapedExpression(key)}$`, to]),
  ];
  return written.map(
    // A `$` stands for itself in a key, and begins a variable in a value: nginx has no escape for it.
    ([key, to]) => `  "${quoted(key)}" "${complete(quoted(to.replaceAll('$', '%24')))}";\n`,
  );
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
