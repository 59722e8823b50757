/** The old addresses as a map for nginx. */
import { escapedExpression, inAnyCase, parted } from './moved-lines.ts';
import type { Answered, Line } from './moved-lines.ts';

/**
 * To be set once in an nginx, before its first map, whatever number of sites it has: room for 100,000 addresses, each as long as `LONGEST_KEY`.
 * nginx does not start when a key is longer than a bucket, and its own 64 bytes are too few for an address of an old CMS.
 * https://nginx.org/en/docs/http/ngx_http_map_module.html#map_hash_bucket_size
 */
export const MAP_SIZES = ['map_hash_max_size 65536;', 'map_hash_bucket_size 1024;'];
/** An element of a bucket is the key's bytes, its length and two pointers. */
const LONGEST_KEY = 900;

/**
 * Maps of the http block: where an address has moved is in `$NAME_moved`, which is empty for all others. nginx compares keys
 * without regard to case: two that differ in nothing else are written as expressions, or it would not start.
 *
 * The query goes along unless the new address has one, as the server of `src/server` does. It is put behind all the others in
 * one place: with a variable in each value, 100,000 of them take 88 MB instead of 53.
 */
export function nginxMap(moved: readonly Answered[], name: string): string {
  const { byRequest, byPath } = parted(moved);
  const isWhole = ([, to]: Line): boolean => to.includes('?') || to.includes('#');
  const bare = byPath.filter((line) => !isWhole(line));
  return [
    `map $uri $${name}_bare {\n  default "";\n`,
    ...nginxLines(bare),
    `}\nmap $uri $${name}_whole {\n  default "";\n`,
    ...nginxLines(byPath.filter(isWhole), withAskedQuery),
    `}\nmap $${name}_bare $${name}_path {\n  default $${name}_bare$is_args$args;\n  "" $${name}_whole;\n`,
    `}\nmap $request_uri $${name}_moved {\n  default $${name}_path;\n`,
    ...nginxLines(byRequest),
    '}\n',
  ].join('');
}

/** `$NAME_gone` is the file, below the site's folder, that an address that is gone answers with; empty for all others. */
export function nginxGoneMap(gone: readonly Answered[], name: string): string {
  const { byRequest, byPath } = parted(gone);
  const file = (page: string): string => `/${page}index.html`;
  return [
    `map $uri $${name}_gone_path {\n  default "";\n`,
    ...nginxLines(byPath, file),
    `}\nmap $request_uri $${name}_gone {\n  default $${name}_gone_path;\n`,
    ...nginxLines(byRequest, file),
    '}\n',
  ].join('');
}

/** Before a `#`. */
function withAskedQuery(to: string): string {
  return to.includes('?') ? to : to.replace(/(?=#)/, () => '$is_args$args');
}

function nginxLines(
  lines: readonly Line[],
  complete: (to: string) => string = (to) => to,
): string[] {
  const { folded, exact } = inAnyCase(lines);
  const isLong = ([key]: Line): boolean => Buffer.byteLength(key) > LONGEST_KEY;
  const written: Line[] = [
    ...folded.filter((line) => !isLong(line)),
    ...folded.filter(isLong).map(([key, to]): Line => [`~*^${escapedExpression(key)}$`, to]),
    ...exact.map(([key, to]): Line => [`~^${escapedExpression(key)}$`, to]),
  ];
  return written.map(
    // A `$` stands for itself in a key, and begins a variable in a value: nginx has no escape for it.
    ([key, to]) => `  "${quoted(key)}" "${complete(quoted(to.replaceAll('$', '%24')))}";\n`,
  );
}

/** Between double quotes of nginx. */
export function quoted(text: string): string {
  return text.replaceAll(/["\\]/g, String.raw`\$&`);
}
