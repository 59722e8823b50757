import { expect, it, describe } from 'vitest';
import { labelsOf } from '../../../src/labels/labels-of.ts';
import { caddyMap, caddyRedirects } from '../../../src/publish/caddy-map.ts';
import { MAP_SIZES, nginxMap } from '../../../src/publish/nginx-map.ts';
import { redirectPage, redirectsFile } from '../../../src/publish/redirects.ts';
import { readOldAddress } from '../../../src/model/old-address.ts';
import type { MovedAddress } from '../../../src/site/old-addresses.ts';

const OLD_ADDRESS = '/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml';

function moved(written: string, to = '/new/'): MovedAddress {
  return { ...readOldAddress(written), written, to };
}

describe('_redirects', () => {
  it.each([
    [OLD_ADDRESS, `${OLD_ADDRESS} /new/ 301\n`],
    ['/通知/a b.html', '/%E9%80%9A%E7%9F%A5/a%20b.html /new/ 301\n'],
    ['/wiki/Special:Search', '/wiki/Special%3ASearch /new/ 301\n'],
    ['/a%2Ab/$c/{d}.html', '/a%2Ab/%24c/%7Bd%7D.html /new/ 301\n'],
    ['/%d0%c2.html', '/%D0%C2.html /new/ 301\n'],
    ['/a%2541', '/a%2541 /new/ 301\n'],
    ['/show.asp?id=12&c=通知', '/show.asp id=12 c=%E9%80%9A%E7%9F%A5 /new/ 301\n'],
    ['/show.asp?12', '/show.asp 12= /new/ 301\n'],
    ['/show.asp?u=:a*', '/show.asp u=%3Aa%2A /new/ 301\n'],
  ])('has %s as one line without patterns', (written, line) => {
    expect(redirectsFile([moved(written)])).toBe(line);
  });

  it('has what a query tells before what none does, and nothing for nothing', () => {
    expect(redirectsFile([moved('/show.asp'), moved('/show.asp?id=1', '/one/')])).toBe(
      '/show.asp id=1 /one/ 301\n/show.asp /new/ 301\n',
    );
    expect(redirectsFile([])).toBe('');
  });
});

describe('the maps for nginx', () => {
  const maps = (bare: string, whole: string, asked: string) =>
    [
      `map $uri $a_bare {\n  default "";\n${bare}}\n`,
      `map $uri $a_whole {\n  default "";\n${whole}}\n`,
      'map $a_bare $a_path {\n  default $a_bare$is_args$args;\n  "" $a_whole;\n}\n',
      `map $request_uri $a_moved {\n  default $a_path;\n${asked}}\n`,
    ].join('');

  it.each([
    ['/old/1', '/new/', '"/old/1" "/new/"'],
    ['/通知/a b.html', '/new/', '"/通知/a b.html" "/new/"'],
    ['/a"b', '/new/', String.raw`"/a\"b" "/new/"`],
    ['/a;{}b', '/new/', '"/a;{}b" "/new/"'],
    // nginx has no escape for `$`: in a key it is itself, in a value it would begin a variable.
    ['/a$uri', '/$uri/', '"/a$uri" "/%24uri/"'],
  ])('quote %s and %s', (from, to, line) => {
    expect(nginxMap([moved(from, to)], 'a')).toBe(maps(`  ${line};\n`, '', ''));
  });

  it.each([
    ['/old/1', 'https://a.cn/?b=$c', '"/old/1" "https://a.cn/?b=%24c"'],
    ['/old/1', '/new/#a', '"/old/1" "/new/$is_args$args#a"'],
    ['/old/1', '/new/?b=c#a', '"/old/1" "/new/?b=c#a"'],
  ])('put no query behind %s → %s', (from, to, line) => {
    expect(nginxMap([moved(from, to)], 'a')).toBe(maps('', `  ${line};\n`, ''));
  });

  it.each([
    ['/show.asp?id=12', '"/show.asp?id=12" "/new/"'],
    ['/通知.asp?c=通知', '"/%E9%80%9A%E7%9F%A5.asp?c=%E9%80%9A%E7%9F%A5" "/new/"'],
    ['/%D0%C2.html', '"/%D0%C2.html" "/new/"'],
    ['/a//b.html', '"/a//b.html" "/new/"'],
  ])('compare %s as it was sent', (written, line) => {
    expect(nginxMap([moved(written)], 'a')).toBe(maps('', '', `  ${line};\n`));
  });

  it('write only keys that differ in nothing but case and lead elsewhere as expressions', () => {
    const map = nginxMap(
      [moved('/Ab.html', '/1/'), moved('/aB.html', '/2/'), moved('/c', '/3/'), moved('/C', '/3/')],
      'a',
    );
    expect(map).toContain(
      '\n  "/c" "/3/";\n' +
        String.raw`  "~^/Ab\\.html$" "/1/";` +
        '\n' +
        String.raw`  "~^/aB\\.html$" "/2/";` +
        '\n}',
    );
  });

  it('write keys as expressions that are longer than a bucket, which is as large for every site', () => {
    expect(MAP_SIZES).toEqual(['map_hash_max_size 65536;', 'map_hash_bucket_size 1024;']);
    const key = (length: number) => `/${'字'.repeat(length)}`;
    const map = nginxMap([moved(key(299)), moved(key(300))], 'a');
    expect(map.match(/"~?\*?\^?\/字/g)).toEqual(['"/字', '"~*^/字']);
  });
});

describe('the map for Caddy', () => {
  /** Without the lines that write a request in small letters. */
  const linesOf = (...addresses: MovedAddress[]) =>
    caddyMap(addresses, 'a').filter((line) => !/^(?:@a_|request_header)/.test(line));

  it('writes braces, which are placeholders to it, as expressions', () => {
    expect(
      linesOf(moved('/通知.html'), moved('/a{b}.html'), moved('/show.asp?id=1', '/{x}')),
    ).toEqual([
      'map {http.request.header.Old-Address-Path} {a_moved_path} {',
      '\tdefault ""',
      '}',
      'map {http.request.header.Old-Address-Path} {a_bare} {',
      '\tdefault ""',
      '\t"/通知.html" "/new/"',
      String.raw`	"~^/a\x7Bb\x7D\.html$" "/new/"`,
      '}',
      'map {http.request.orig_uri.query} {a_query} {',
      '\tdefault "?{http.request.orig_uri.query}"',
      '\t"" ""',
      '}',
      'map {http.request.header.Old-Address} {a_moved} {',
      '\tdefault "{a_moved_path}"',
      '\t"/show.asp?id=1" "/%7Bx%7D"',
      '}',
    ]);
  });

  it('looks for small letters, and before that for what differs in nothing but case', () => {
    const lines = linesOf(moved('/Ab.html', '/1/'), moved('/aB.html', '/2/'), moved('/C', '/3/'));
    expect(lines.slice(3, 11)).toEqual([
      'map {http.request.header.Old-Address-Path} {a_bare_any} {',
      '\tdefault ""',
      '\t"/c" "/3/"',
      '}',
      'map {http.request.orig_uri.path} {a_bare} {',
      '\tdefault "{a_bare_any}"',
      '\t"/Ab.html" "/1/"',
      '\t"/aB.html" "/2/"',
    ]);
  });

  it('writes a request in small letters only where there is what it is compared with', () => {
    expect(caddyMap([], 'a').join('\n')).not.toContain('request_header');
    const lines = caddyMap([moved('/c')], 'a').join('\n');
    expect(lines.match(/request_header @a_capitals \S+ Z z/g)).toEqual([
      'request_header @a_capitals Old-Address-Path Z z',
    ]);
  });
});

it('Caddy redirects with the headers of every answer', () => {
  expect(caddyRedirects('a', ['header X y'])).toEqual([
    '@a_to_moved expression `{a_moved} != ""`',
    'handle @a_to_moved {',
    '\theader X y',
    '\tredir {a_moved} 301',
    '}',
    '@a_to_bare expression `{a_bare} != ""`',
    'handle @a_to_bare {',
    '\theader X y',
    '\tredir {a_bare}{a_query} 301',
    '}',
  ]);
});

describe('the fallback page', () => {
  it('leads to the new address at once, by a link, and as the canonical one', () => {
    const url = 'https://www.example.gov.cn/a/';
    const html = redirectPage(labelsOf('zh-CN'), url);
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${url}">`);
    expect(html).toContain(`<link rel="canonical" href="${url}">`);
    expect(html).toContain(`<a href="${url}">${url}</a>`);
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  it('holds no markup that an address brings', () => {
    const html = redirectPage(labelsOf('zh-CN'), 'https://a.cn/"><script>alert(1)</script>?b=1&c');
    expect(html).not.toContain('<script');
    expect(
      html.match(/&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;\?b=1&amp;c/g),
    ).toHaveLength(4);
  });
});
