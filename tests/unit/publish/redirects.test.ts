import { expect, it, describe } from 'vitest';
import { caddyMap } from '../../../src/publish/caddy-map.ts';
import { nginxMap } from '../../../src/publish/nginx-map.ts';
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

describe('the map for nginx', () => {
  const sizes = 'map_hash_max_size 65536;\nmap_hash_bucket_size 64;\n';
  it.each([
    ['/old/1', '/new/', '"/old/1" "/new/$is_args$args"'],
    ['/通知/a b.html', '/new/', '"/通知/a b.html" "/new/$is_args$args"'],
    ['/a"b', '/new/', String.raw`"/a\"b" "/new/$is_args$args"`],
    ['/a;{}b', '/new/', '"/a;{}b" "/new/$is_args$args"'],
    // nginx has no escape for `$`: in a key it is itself, in a value it would begin a variable.
    ['/a$uri', '/new/', '"/a$uri" "/new/$is_args$args"'],
    ['/old/1', 'https://a.cn/?b=$c', '"/old/1" "https://a.cn/?b=%24c"'],
  ])('quotes %s and %s', (from, to, line) => {
    expect(nginxMap([moved(from, to)])).toBe(
      `${sizes}map $uri $moved_path {\n  default "";\n  ${line};\n}\nmap $request_uri $moved {\n  default $moved_path;\n}\n`,
    );
  });

  it.each([
    ['/show.asp?id=12', '"/show.asp?id=12" "/new/"'],
    ['/通知.asp?c=通知', '"/%E9%80%9A%E7%9F%A5.asp?c=%E9%80%9A%E7%9F%A5" "/new/"'],
    ['/%D0%C2.html', '"/%D0%C2.html" "/new/"'],
    ['/a//b.html', '"/a//b.html" "/new/"'],
  ])('compares %s as it was sent', (written, line) => {
    expect(nginxMap([moved(written)])).toContain(
      `\nmap $uri $moved_path {\n  default "";\n}\nmap $request_uri $moved {\n  default $moved_path;\n  ${line};\n}\n`,
    );
  });

  it('writes only keys that differ in nothing but case and lead elsewhere as expressions', () => {
    const map = nginxMap([
      moved('/Ab.html', '/1/'),
      moved('/aB.html', '/2/'),
      moved('/c', '/3/'),
      moved('/C', '/3/'),
    ]);
    expect(map).toContain(
      '\n  "/c" "/3/$is_args$args";\n' +
        String.raw`  "~^/Ab\\.html$" "/1/$is_args$args";` +
        '\n' +
        String.raw`  "~^/aB\\.html$" "/2/$is_args$args";` +
        '\n}',
    );
  });

  it.each([
    [[], 64],
    [['/'.padEnd(32, 'a')], 64],
    [['/'.padEnd(33, 'a')], 128],
    [['/a', OLD_ADDRESS, '/b'], 128],
    [['/'.padEnd(97, 'a')], 256],
    [[`/${'字'.repeat(40)}`], 256],
  ])('has room for its longest key, in bytes: %j', (keys, size) => {
    const map = nginxMap(keys.map((from) => moved(from)));
    expect(map.split('\n')[1]).toBe(`map_hash_bucket_size ${size};`);
  });
});

describe('the map for Caddy', () => {
  /** Without the lines that write a request in small letters. */
  const linesOf = (...addresses: MovedAddress[]) =>
    caddyMap(addresses)
      .split('\n')
      .filter((line) => !/^(?:@old_|request_header)/.test(line));

  it('writes braces, which are placeholders to it, as expressions', () => {
    expect(
      linesOf(moved('/通知.html'), moved('/a{b}.html'), moved('/show.asp?id=1', '/{x}')),
    ).toEqual([
      'map {http.request.header.Old-Address-Path} {moved_path} {',
      '\tdefault ""',
      '}',
      'map {http.request.header.Old-Address-Path} {moved_bare} {',
      '\tdefault ""',
      '\t"/通知.html" "/new/"',
      String.raw`	"~^/a\x7Bb\x7D\.html$" "/new/"`,
      '}',
      'map {http.request.orig_uri.query} {moved_query} {',
      '\tdefault "?{http.request.orig_uri.query}"',
      '\t"" ""',
      '}',
      'map {http.request.header.Old-Address} {moved} {',
      '\tdefault "{moved_path}"',
      '\t"/show.asp?id=1" "/%7Bx%7D"',
      '}',
      '@moved expression `{moved} != ""`',
      'handle @moved {',
      '\tredir {moved} 301',
      '}',
      '@bare expression `{moved_bare} != ""`',
      'handle @bare {',
      '\tredir {moved_bare}{moved_query} 301',
      '}',
      '',
    ]);
  });

  it('looks for small letters, and before that for what differs in nothing but case', () => {
    const lines = linesOf(moved('/Ab.html', '/1/'), moved('/aB.html', '/2/'), moved('/C', '/3/'));
    expect(lines.slice(3, 11)).toEqual([
      'map {http.request.header.Old-Address-Path} {moved_bare_any} {',
      '\tdefault ""',
      '\t"/c" "/3/"',
      '}',
      'map {http.request.orig_uri.path} {moved_bare} {',
      '\tdefault "{moved_bare_any}"',
      '\t"/Ab.html" "/1/"',
      '\t"/aB.html" "/2/"',
    ]);
  });

  it('writes a request in small letters only where there is what it is compared with', () => {
    expect(caddyMap([])).not.toContain('request_header');
    expect(caddyMap([moved('/c')]).match(/request_header @old_capitals \S+ Z z/g)).toEqual([
      'request_header @old_capitals Old-Address-Path Z z',
    ]);
  });
});

describe('the fallback page', () => {
  it('leads to the new address at once, by a link, and as the canonical one', () => {
    const url = 'https://www.example.gov.cn/a/';
    const html = redirectPage(url);
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${url}">`);
    expect(html).toContain(`<link rel="canonical" href="${url}">`);
    expect(html).toContain(`<a href="${url}">${url}</a>`);
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  it('holds no markup that an address brings', () => {
    const html = redirectPage('https://a.cn/"><script>alert(1)</script>?b=1&c');
    expect(html).not.toContain('<script');
    expect(
      html.match(/&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;\?b=1&amp;c/g),
    ).toHaveLength(4);
  });
});
