/** The old addresses as maps for Caddy. */
import { STATUS } from '../answers/answers.ts';
import { escapedExpression, foldLetters, inAnyCase, parted } from './moved-lines.ts';
import type { Answered, Line } from './moved-lines.ts';

const PATH = '{http.request.orig_uri.path}';
const REQUEST = '{http.request.orig_uri}';
/** Where the two are kept in small letters, in this order. */
const SMALL_PATH = 'Old-Address-Path';
const SMALL_REQUEST = 'Old-Address';

/**
 * Within the site's `route`: maps by which `{NAME_moved}` is where an address has moved with its query, `{NAME_bare}` where one
 * has moved to which the query goes along, and `{NAME_query}` the query with its `?`. What maps give is taken as it is, without
 * placeholders.
 *
 * They compare with regard to case, and Caddy has no placeholder in small letters. 100,000 expressions with `(?i)` would
 * take 1.2 GB (as many keys 0.3), so a request with capitals is written small into headers, letter by letter. What holds
 * control characters is no old address, and no header could carry it on to another server.
 * @param gone is looked for in the same way, by `caddyGoneMap`
 */
export function caddyMap(
  moved: readonly Answered[],
  name: string,
  gone: readonly Answered[] = [],
): string[] {
  const { byRequest, byPath } = parted(moved);
  const ended = parted(gone);
  const isWhole = ([, to]: Line) => to.includes('?') || to.includes('#');
  const bare = byPath.filter((line) => !isWhole(line));
  return [
    `@${name}_small expression \`${isText} && !${hasCapitals}\``,
    `@${name}_capitals expression \`${isText} && ${hasCapitals}\``,
    ...(byPath.length + ended.byPath.length > 0 ? smallHeader(name, SMALL_PATH, PATH) : []),
    ...(byRequest.length + ended.byRequest.length > 0
      ? smallHeader(name, SMALL_REQUEST, REQUEST)
      : []),
    ...maps(`${name}_moved_path`, PATH, SMALL_PATH, byPath.filter(isWhole)),
    ...maps(`${name}_bare`, PATH, SMALL_PATH, bare),
    `map {http.request.orig_uri.query} {${name}_query} {`,
    '\tdefault "?{http.request.orig_uri.query}"',
    '\t"" ""',
    '}',
    ...maps(`${name}_moved`, REQUEST, SMALL_REQUEST, byRequest, `{${name}_moved_path}`),
  ];
}

/** `{NAME_gone}` is the file, below the site's folder, that an address that is gone answers with. After `caddyMap`. */
export function caddyGoneMap(gone: readonly Answered[], name: string): string[] {
  const { byRequest, byPath } = parted(
    gone.map((each) => ({ ...each, to: `/${each.to}index.html` })),
  );
  return [
    ...maps(`${name}_gone_path`, PATH, SMALL_PATH, byPath),
    ...maps(`${name}_gone`, REQUEST, SMALL_REQUEST, byRequest, `{${name}_gone_path}`),
  ];
}

/** The redirects themselves. @param headers lines that go with every answer */
export function caddyRedirects(name: string, headers: readonly string[]): string[] {
  const redirect = (from: string, to: string): string[] => [
    `@${name}_to${from} expression \`{${name}${from}} != ""\``,
    `handle @${name}_to${from} {`,
    ...headers.map((line) => `\t${line}`),
    `\tredir ${to} ${STATUS.moved}`,
    '}',
  ];
  return [
    ...redirect('_moved', `{${name}_moved}`),
    ...redirect('_bare', `{${name}_bare}{${name}_query}`),
  ];
}

const isText = `!${PATH}.matches("[[:cntrl:]]")`;
const hasCapitals = `${REQUEST}.matches("[A-Z]")`;

function smallHeader(name: string, header: string, source: string): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(97 + index));
  return [
    `request_header @${name}_small ${header} ${source}`,
    `request_header @${name}_capitals ${header} ${source}`,
    ...letters.map(
      (letter) => `request_header @${name}_capitals ${header} ${letter.toUpperCase()} ${letter}`,
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
  return [`map ${source} {${name}} {`, `\tdefault "${otherwise}"`, ...mapLines(lines), '}'];
}

/** Braces are placeholders to Caddy, and it knows no escape for them but in expressions. */
function mapLines(lines: readonly Line[]): string[] {
  return lines.map(([key, to]) => {
    const written = /[{}]/.test(key)
      ? `~^${escapedExpression(key).replaceAll(/\\[{}]/g, (brace) => (brace === '\\{' ? '\\x7B' : '\\x7D'))}$`
      : key;
    const target = to.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('$', '%24');
    // In Caddy's quotes a backslash stands for itself but before a quote.
    return `\t"${written.replaceAll('"', '\\"')}" "${target}"`;
  });
}
