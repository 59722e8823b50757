import { hash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareSites } from '../../../../scripts/bureau/compare-sites.ts';
import type { SiteDifference } from '../../../../scripts/bureau/compare-sites.ts';
import { describeDifference } from '../../../../scripts/bureau/describe-difference.ts';
import { aFolder, writeFiles } from '../../../support/a-folder.ts';
import { seededRandom } from '../../../support/random.ts';

type Files = Readonly<Record<string, string>>;

const NONE: SiteDifference = {
  pages: 0,
  changed: [],
  renamed: [],
  files: [],
  hosts: [],
  appeared: [],
  vanished: [],
  assets: [],
  pictures: [],
  search: false,
};

async function compared(old: Files, now: Files): Promise<SiteDifference> {
  const folder = await aFolder();
  await writeFiles(join(folder, 'old'), old);
  await writeFiles(join(folder, 'new'), now);
  return compareSites(join(folder, 'old'), join(folder, 'new'));
}

const themed = (css: string): string => `theme.css?v=${hash('sha256', css).slice(0, 8)}`;

/** A page of the site that asks for these. */
const page = (
  words: string,
  css = 'page.aaaaaaaa.css',
  picture = '0123456789ab-480.webp',
): string => `<link href="/x/_astro/${css}"><img srcset="/x/_images/${picture} 480w">${words}`;

describe('a difference', () => {
  it.each<[string, Files, Files, Partial<SiteDifference>]>([
    ['is none', { 'index.html': '甲' }, { 'index.html': '甲' }, { pages: 1 }],
    [
      'of words is a changed page',
      { 'index.html': page('甲'), 'tz/index.html': page('甲') },
      { 'index.html': page('甲'), 'tz/index.html': page('乙') },
      { pages: 2, changed: ['tz/index.html'] },
    ],
    [
      'of names with hashes is told once',
      { 'index.html': page('甲'), '_astro/page.aaaaaaaa.css': 'a{}' },
      { 'index.html': page('甲', 'page.b-_bbbbb.css'), '_astro/page.b-_bbbbb.css': 'b{}' },
      { pages: 1, renamed: ['index.html'], assets: ['_astro/page.b-_bbbbb.css'] },
    ],
    [
      'of two style sheets of one name likewise',
      {
        'index.html': page('page.cccccccc.css', 'page.aaaaaaaa.css'),
        '_astro/page.aaaaaaaa.css': 'a',
      },
      {
        'index.html': page('page.cccccccc.css', 'page.bbbbbbbb.css'),
        '_astro/page.bbbbbbbb.css': 'b',
      },
      { pages: 1, renamed: ['index.html'], assets: ['_astro/page.bbbbbbbb.css'] },
    ],
    [
      'is there when a page asks for another file of both',
      {
        'index.html': page('甲'),
        '_astro/page.aaaaaaaa.css': 'a',
        '_astro/page.bbbbbbbb.css': 'b',
      },
      {
        'index.html': page('甲', 'page.bbbbbbbb.css'),
        '_astro/page.aaaaaaaa.css': 'a',
        '_astro/page.bbbbbbbb.css': 'b',
      },
      { pages: 1, changed: ['index.html'] },
    ],
    [
      'is there when words look like a name that no file has',
      { 'index.html': '_astro/page.aaaaaaaa.css' },
      { 'index.html': '_astro/page.bbbbbbbb.css' },
      { pages: 1, changed: ['index.html'] },
    ],
    [
      'of pictures that were made anew is told once',
      { 'index.html': page('甲'), '_images/0123456789ab-480.webp': '1' },
      {
        'index.html': page('甲', 'page.aaaaaaaa.css', 'ba9876543210-480.webp'),
        '_images/ba9876543210-480.webp': '2',
      },
      { pages: 1, renamed: ['index.html'], pictures: ['_images/ba9876543210-480.webp'] },
    ],
    [
      'of the width of a picture is a changed page',
      { 'index.html': page('甲'), '_images/0123456789ab-480.webp': '1' },
      {
        'index.html': page('甲', 'page.aaaaaaaa.css', '0123456789ab-500.webp'),
        '_images/0123456789ab-500.webp': '2',
      },
      { pages: 1, changed: ['index.html'], pictures: ['_images/0123456789ab-500.webp'] },
    ],
    [
      'of colours is told once',
      { 'index.html': themed('a'), 'theme.css': 'a' },
      { 'index.html': themed('b'), 'theme.css': 'b' },
      { pages: 1, renamed: ['index.html'], assets: ['theme.css'] },
    ],
    [
      'of what is no page',
      {
        'feed.xml': '1',
        'tz/a.pdf': '1',
        _headers: '1',
        'server.nginx': '1',
        'pagefind/list.json': '1',
        'gone/index.html': '',
        '.bureau-press': '',
        '.bureau-press.lock': '1',
      },
      {
        'feed.xml': '2',
        'tz/a.pdf': '2',
        'server.nginx': '2',
        'site.caddy': '1',
        'pagefind/list.json': '2',
        'pagefind/old/1-2.d': '',
        'come/feed.xml': '',
        '.bureau-press': 'building',
      },
      {
        files: ['feed.xml', 'tz/a.pdf'],
        hosts: ['_headers', 'server.nginx', 'site.caddy'],
        appeared: ['come/feed.xml'],
        vanished: ['gone/index.html'],
        search: true,
      },
    ],
  ])('%s', async (_, old, now, difference) => {
    expect(await compared(old, now)).toEqual({ ...NONE, ...difference });
  });

  it('of a single byte is never set aside, wherever in a page it is', async () => {
    const random = seededRandom(7);
    const [old, now, changed]: [Record<string, string>, Record<string, string>, string[]] = [
      {},
      {},
      [],
    ];
    for (const [folder, name] of [
      [old, 'aaaaaaaa'],
      [now, 'bbbbbbbb'],
    ] as const) {
      folder[`_astro/page.${name}.css`] = name;
    }
    for (let number = 100; number < 300; number += 1) {
      const path = `tz/${number}/index.html`;
      const words = Array.from({ length: random.between(0, 4) }, () =>
        random.pick(['甲', 'page.', '/']),
      );
      old[path] = page(words.join(''));
      const renamed = page(words.join(''), 'page.bbbbbbbb.css');
      const at = random.between(0, renamed.length - 1);
      const isChanged = random.next() < 0.5;
      now[path] = isChanged ? `${renamed.slice(0, at)}~${renamed.slice(at + 1)}` : renamed;
      if (isChanged) changed.push(path);
    }
    const difference = await compared(old, now);
    expect(difference.changed).toEqual(changed);
    expect(difference.renamed).toHaveLength(200 - changed.length);
  });
});

const COLUMNS = [
  { slug: 'xw', name: '新闻', kind: 'list' },
  { slug: 'tp', name: '图片', kind: 'list', parent: 'xw' },
  { slug: 'gk', name: '概况', kind: 'page', page: 'gk' },
] as const;
const ADDRESSES = { base: '/jgsw/', columns: COLUMNS } as unknown as Parameters<
  typeof describeDifference
>[1];

describe('in words', () => {
  it('pages are in groups, the first of each by its address, and all in the file', () => {
    const articles = Array.from({ length: 6 }, (_, at) => `xw/tp/202611/2026110${at}-a/index.html`);
    const lists = ['xw/index.html', 'xw/tp/page/2/index.html'];
    const others = ['404.html', 'gk/index.html', 'xw/page/index.html'];
    const changed = ['index.html', ...articles, ...lists, ...others];
    const { lines, vanished, whole } = describeDifference(
      { ...NONE, pages: 20, changed },
      ADDRESSES,
    );
    expect(lines).toEqual([
      '网页：一共 20 个，12 个有变化。',
      '  首页 1 个：/jgsw/',
      '  列表 2 个：/jgsw/xw/ /jgsw/xw/tp/page/2/',
      '  稿件 6 个：/jgsw/xw/tp/202611/20261100-a/ /jgsw/xw/tp/202611/20261101-a/ /jgsw/xw/tp/202611/20261102-a/ /jgsw/xw/tp/202611/20261103-a/ /jgsw/xw/tp/202611/20261104-a/ ……',
      '  其他 3 个：/jgsw/404.html /jgsw/gk/ /jgsw/xw/page/',
    ]);
    expect(vanished).toEqual([]);
    expect(whole.join('\n')).toContain('有变化的网页：稿件（6）\n/jgsw/xw/tp/202611/20261100-a/\n');
    expect(whole).toHaveLength(changed.length + 2 * 4);
  });

  it('what is not a page of its own is a line', () => {
    const { lines, vanished } = describeDifference(
      {
        ...NONE,
        pages: 3,
        renamed: ['a', 'b'],
        assets: ['_astro/a.css'],
        pictures: ['_images/1', '_images/2'],
        files: ['feed.xml'],
        search: true,
        appeared: ['new/index.html'],
        vanished: ['甲/index.html', '乙\u202e.pdf'],
        hosts: ['_headers', 'server.nginx'],
      },
      { ...ADDRESSES, base: '/' },
    );
    expect(lines).toEqual([
      '网页：一共 3 个，都没有变化。',
      '  另有 2 个网页只是用到的样式、脚本、图片的文件名不同。',
      '样式或脚本有变化，每个网页的样子都可能不同，请打开看看。',
      '图片重新做过：2 个图片文件换了名字。',
      '别的文件 1 个有变化：/feed.xml',
      '搜索的索引有变化。',
      '新增的网址 1 个：/new/',
      '给主机的配置有变化：_headers、server.nginx。照 example 抄过配置的，发布以后对照着改。',
    ]);
    expect(vanished).toEqual([
      '【注意】有 2 个网址会消失，读者存下的、别的网站链接过来的都打不开了：',
      '  /甲/',
      '  /乙⟨U+202E⟩.pdf',
    ]);
  });
});
