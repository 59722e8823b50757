/** The old addresses as maps for Caddy. */
import type { MovedAddress } from '../site/old-addresses.ts';
import { escapedExpression, foldLetters, inAnyCase, parted } from './moved-lines.ts';
import type { Line } from './moved-lines.ts';

const PATH = '{http.request.orig_uri.path}';
const REQUEST = '{http.request.orig_uri}';
/** Where the two are kept in small letters, in this order. */
const SMALL_PATH = 'Old-Address-Path';
const SMALL_REQUEST = 'Old-Address';

/**
 * To be imported in Caddy's site block. What its maps give is taken as it is, without placeholders: where the query goes
 * along, it is put together in the redirect.
 *
 * Its maps compare with regard to case, and it has no placeholder in small letters. 100,000 expressions with `(?i)` would
 * take 1.2 GB (as many keys 0.3), so a request with capitals is written small into headers, letter by letter. What holds
 * control characters is no old address, and no header could carry it on to another server.
 */
export function caddyMap(moved: readonly MovedAddress[]): string {
  const { byRequest, byPath } = parted(moved);
  const isWhole = ([, to]: Line) => to.includes('?') || to.includes('#');
  return [
    `@old_small expression \`${isText} && !${hasCapitals}\`\n`,
    `@old_capitals expression \`${isText} && ${hasCapitals}\`\n`,
    ...(byPath.length > 0 ? smallHeader(SMALL_PATH, PATH) : []),
    ...(byRequest.length > 0 ? smallHeader(SMALL_REQUEST, REQUEST) : []),
    ...maps('moved_path', PATH, SMALL_PATH, byPath.filter(isWhole)),
    ...maps(
      'moved_bare',
      PATH,
      SMALL_PATH,
      byPath.filter((line) => !isWhole(line)),
    ),
    'map {http.request.orig_uri.query} {moved_query} {\n\tdefault "?{http.request.orig_uri.query}"\n\t"" ""\n}\n',
    ...maps('moved', REQUEST, SMALL_REQUEST, byRequest, '{moved_path}'),
    // Not before `handle`: the headers are written just before it.
    '@moved expression `{moved} != ""`\nhandle @moved {\n\tredir {moved} 301\n}\n',
    '@bare expression `{moved_bare} != ""`\nhandle @bare {\n\tredir {moved_bare}{moved_query} 301\n}\n',
  ].join('');
}

const isText = `!${PATH}.matches("[[:cntrl:]]")`;
const hasCapitals = `${REQUEST}.matches("[A-Z]")`;

/** Every line needs a matcher: Caddy puts those without one last. */
function smallHeader(name: string, source: string): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(97 + index));
  return [
    `request_header @old_small ${name} ${source}\n`,
    `request_header @old_capitals ${name} ${source}\n`,
    ...letters.map(
      (letter) => `request_header @old_capitals ${name} ${letter.toUpperCase()} ${letter}\n`,
    ),
  ];
}

/** A map over small letters, and before it one over what differs from another in nothing but case. */
function maps(
  name: string,
  source: string,
  small: string,
  lines: readonly Line[],
  otherwise = '',
): string[] {
  const { folded, exact } = inAnyCase(lines);
  const foldedName = exact.length > 0 ? `${name}_any` : name;
  const smallLines = folded.map(([key, to]): Line => [foldLetters(key), to]);
  return [
    ...map(`{http.request.header.${small}}`, foldedName, otherwise, smallLines),
    ...(exact.length > 0 ? map(source, name, `{${foldedName}}`, exact) : []),
  ];
}

function map(source: string, name: string, otherwise: string, lines: readonly Line[]): string[] {
  return [`map ${source} {${name}} {\n\tdefault "${otherwise}"\n`, ...mapLines(lines), '}\n'];
}

/** Braces are placeholders to Caddy, and it knows no escape for them but in expressions. */
function mapLines(lines: readonly Line[]): string[] {
  return lines.map(([key, to]) => {
    const written = /[{}]/.test(key)
      ? `~^${escapedExpression(key).replaceAll(/\\[{}]/g, (brace) => (brace === '\\{' ? '\\x7B' : '\\x7D'))}$`
      : key;
    const target = to.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('$', '%24');
    // In Caddy's quotes a backslash stands for itself but before a quote.
    return `\t"${written.replaceAll('"', '\\"')}" "${target}"\n`;
  });
}
