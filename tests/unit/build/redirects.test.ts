import { describe, expect, it } from 'vitest';
import {
  nginxMap,
  redirectPage,
  redirectPagePath,
  redirectsFile,
  resolveRedirects,
} from '../../../src/build/redirects.ts';
import { anArticle, aSite, inSubPath } from '../../support/a-site.ts';

const OLD_ADDRESS = '/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml';

describe.each([
  ['/', 'https://www.example.gov.cn/'],
  ['/jgsw/', inSubPath.url],
])('old addresses on a site below %s', (base, url) => {
  it('lead to articles, pages and other sites, sorted by the old address', () => {
    const site = aSite({
      config: { url },
      articles: [
        anArticle({ id: '20260305-b', aliases: ['/old/3', OLD_ADDRESS] }),
        anArticle({ id: '20260304-a', column: 'tz' }),
      ],
      redirects: [
        { from: '/old/2', to: '20260304-a' },
        { from: '/old/1', to: '/search/' },
        { from: '/old/4', to: 'https://www.gov.cn/a?b=c' },
      ],
    });
    expect(resolveRedirects(site)).toEqual([
      { from: '/old/1', to: `${base}search/` },
      { from: '/old/2', to: `${base}xxgk/tz/202603/20260304-a/` },
      { from: '/old/3', to: `${base}xwzx/tpxw/202603/20260305-b/` },
      { from: '/old/4', to: 'https://www.gov.cn/a?b=c' },
      { from: OLD_ADDRESS, to: `${base}xwzx/tpxw/202603/20260305-b/` },
    ]);
  });
});

it('an old address of an article that is not published leads nowhere', () => {
  const draft = anArticle({ id: '20260305-b', aliases: ['/old/1'] });
  const site = aSite({
    unpublished: [{ article: draft, reason: 'draft' }],
    redirects: [{ from: '/old/2', to: '20260305-b' }],
  });
  expect(resolveRedirects(site)).toEqual([]);
});

it('_redirects has a line each, the old address encoded', () => {
  const redirects = [
    { from: OLD_ADDRESS, to: '/a/' },
    { from: '/通知/a b.html', to: 'https://www.gov.cn/' },
  ];
  expect(redirectsFile(redirects)).toBe(
    `${OLD_ADDRESS} /a/ 301\n/%E9%80%9A%E7%9F%A5/a%20b.html https://www.gov.cn/ 301\n`,
  );
  expect(redirectsFile([])).toBe('');
});

describe('the map for nginx', () => {
  it.each([
    ['/old/1', '/new/', '"/old/1" "/new/"'],
    ['/通知/a b.html', '/new/', '"/通知/a b.html" "/new/"'],
    ['/a"b', '/new/', String.raw`"/a\"b" "/new/"`],
    [String.raw`/a\b`, '/new/', String.raw`"/a\\b" "/new/"`],
    ['/a;{}b', '/new/', '"/a;{}b" "/new/"'],
    // nginx has no escape for `$`: in a key it is itself, in a value it would begin a variable.
    ['/a$uri', '/new/', '"/a$uri" "/new/"'],
    ['/old/1', 'https://a.cn/?b=$c', '"/old/1" "https://a.cn/?b=%24c"'],
  ])('quotes %s and %s', (from, to, line) => {
    expect(nginxMap([{ from, to }])).toBe(
      `map_hash_bucket_size 64;\nmap $uri $moved {\n  default "";\n  ${line};\n}\n`,
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
    const map = nginxMap(keys.map((from) => ({ from, to: '/' })));
    expect(map.split('\n')[0]).toBe(`map_hash_bucket_size ${size};`);
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

  it.each([
    [OLD_ADDRESS, '/', OLD_ADDRESS.slice(1)],
    ['/old/', '/', 'old/index.html'],
    ['/old', '/', 'old/index.html'],
    ['/old/1.html', '/', 'old/1.html'],
    ['/通知/1', '/', '通知/1/index.html'],
    ['/jgsw/old/1.html', '/jgsw/', 'old/1.html'],
    ['/old/1.html', '/jgsw/', 'old/1.html'],
    ['/', '/', undefined],
    ['/jgsw/', '/jgsw/', undefined],
    ['/old//1.html', '/', undefined],
  ])('of %s on a site below %s is the file %s', (from, base, path) => {
    expect(redirectPagePath(from, base)).toBe(path);
  });
});
