import { describe, expect, it } from 'vitest';
import {
  articlesByYear,
  pagesSiteMap,
  siteMapIndex,
  yearSiteMap,
} from '../../../src/site/site-map-xml.ts';
import { aColumn, anArticle, aPage, aSite, aTopic, inSubPath } from '../../support/a-site.ts';

const ROOT = 'https://www.example.gov.cn/jgsw/';
const site = aSite({
  config: inSubPath,
  columns: [
    aColumn({ slug: 'xwzx', name: '新闻资讯' }),
    aColumn({ parent: 'xwzx', hidden: true }),
    aColumn({ slug: 'zx', kind: 'link', url: 'https://www.gov.cn/' }),
    aColumn({ slug: 'jgzn', kind: 'page', page: 'about' }),
  ],
  pages: [aPage(), aPage({ slug: 'wzsm' })],
  articles: [
    anArticle({ id: '20260305-b', date: '2026-03-05 10:30' }),
    anArticle({ id: '20260105-a' }),
    anArticle({ id: '20241231-c' }),
  ],
});

/** Of the columns that a site has unless told otherwise. */
const someColumnPaths = ['xwzx/', 'xwzx/tpxw/', 'xwzx/gzdt/', 'xxgk/', 'xxgk/tz/'];

function addresses(xml: string): string[] {
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
}

describe('the site map', () => {
  it('is an index of the pages and of each year with articles, newest first', () => {
    expect([...articlesByYear(site).keys()]).toEqual(['2026', '2024']);
    expect(siteMapIndex(site)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        `<sitemap><loc>${ROOT}sitemap/pages.xml</loc></sitemap>`,
        `<sitemap><loc>${ROOT}sitemap/2026.xml</loc></sitemap>`,
        `<sitemap><loc>${ROOT}sitemap/2024.xml</loc></sitemap>`,
        '</sitemapindex>',
        '',
      ].join('\n'),
    );
  });

  it('lists home, columns and single pages, each once, and no link elsewhere', () => {
    expect(addresses(pagesSiteMap(site))).toEqual(
      ['', 'xwzx/', 'xwzx/tpxw/', 'jgzn/', 'wzsm/', 'corrections/', 'sitemap/'].map(
        (path) => ROOT + path,
      ),
    );
  });

  it('lists topics and the list of them, where there are any', () => {
    const paths = ['topics/', 'topics/energy-week/'];
    expect(addresses(pagesSiteMap(aSite({ topics: [aTopic()] })))).toEqual(
      ['', ...someColumnPaths, ...paths, 'corrections/', 'sitemap/'].map(
        (path) => `https://www.example.gov.cn/${path}`,
      ),
    );
  });

  it('lists the articles of a year with their dates', () => {
    expect(yearSiteMap(site, '2026')).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        `<url><loc>${ROOT}xwzx/tpxw/202603/20260305-b/</loc><lastmod>2026-03-05T10:30:00+08:00</lastmod></url>`,
        `<url><loc>${ROOT}xwzx/tpxw/202601/20260105-a/</loc><lastmod>2026-01-05</lastmod></url>`,
        '</urlset>',
        '',
      ].join('\n'),
    );
    expect(addresses(yearSiteMap(site, '2024'))).toEqual([`${ROOT}xwzx/tpxw/202412/20241231-c/`]);
  });

  it('of a site without articles is the pages alone', () => {
    expect(addresses(siteMapIndex(aSite()))).toEqual([
      'https://www.example.gov.cn/sitemap/pages.xml',
    ]);
  });
});
