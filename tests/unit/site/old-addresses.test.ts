import { describe, expect, it } from 'vitest';
import { movedAddresses } from '../../../src/site/old-addresses.ts';
import { anArticle, aSite, inSubPath } from '../../support/a-site.ts';

const OLD_ADDRESS = '/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml';

function ends(site: Parameters<typeof movedAddresses>[0]): (readonly [string, string])[] {
  return movedAddresses(site).map(({ written, to }) => [written, to]);
}

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
        { from: '/old/1', to: '/search/?q=通知#a' },
        { from: '/old/4', to: 'https://www.gov.cn/a?b=c' },
        { from: '/old/5', to: `${base}search/` },
        { from: '/old/6', to: `https://www.example.gov.cn${base}search/` },
      ],
    });
    expect(ends(site)).toEqual([
      ['/old/1', `${base}search/?q=%E9%80%9A%E7%9F%A5#a`],
      ['/old/2', `${base}xxgk/tz/202603/20260304-a/`],
      ['/old/3', `${base}xwzx/tpxw/202603/20260305-b/`],
      ['/old/4', 'https://www.gov.cn/a?b=c'],
      ['/old/5', `${base}search/`],
      ['/old/6', `${base}search/`],
      [OLD_ADDRESS, `${base}xwzx/tpxw/202603/20260305-b/`],
    ]);
  });
});

it('a chain of old addresses leads to its end at once', () => {
  const site = aSite({
    articles: [anArticle({ id: '20260305-b', aliases: ['/3.asp?id=1'] })],
    redirects: [
      { from: '/1', to: '/2/' },
      { from: '/2', to: 'https://www.example.gov.cn/3.asp?id=1' },
      { from: '/4', to: '/5' },
      { from: '/5', to: 'https://www.gov.cn/' },
    ],
  });
  const article = '/xwzx/tpxw/202603/20260305-b/';
  expect(ends(site)).toEqual([
    ['/1', article],
    ['/2', article],
    ['/3.asp?id=1', article],
    ['/4', 'https://www.gov.cn/'],
    ['/5', 'https://www.gov.cn/'],
  ]);
});

it('one that leads to what is not published leads nowhere', () => {
  const draft = anArticle({ id: '20260305-b', aliases: ['/old/1'] });
  const site = aSite({
    unpublished: [{ article: draft, reason: 'draft' }],
    redirects: [{ from: '/old/2', to: '20260305-b' }],
  });
  expect(ends(site)).toEqual([]);
});
