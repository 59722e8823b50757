import { describe, expect, it } from 'vitest';
import {
  absoluteUrl,
  articlePath,
  attachmentPath,
  columnFeedPath,
  columnHref,
  columnListPath,
  columnPath,
  href,
  pagePath,
  VIEWS_PATH,
} from '../../../src/site/addresses.ts';
import { apiBelow } from '../../../src/views/api.ts';
import { aColumn, anArticle, aPage, aSite, inSubPath, someColumns } from '../../support/a-site.ts';

describe.each([
  ['/', 'https://www.example.gov.cn/'],
  ['/jgsw/', inSubPath.url],
])('on a site below %s', (base, url) => {
  const site = aSite({ config: { url } });

  it.each(['', 'xwzx/', 'search/'])('the path 「%s」 begins with the base in links', (path) => {
    expect(href(site, path)).toBe(base + path);
    expect(absoluteUrl(site, path)).toBe(`https://www.example.gov.cn${base}${path}`);
  });

  it('浏览次数 are asked for where the counter answers', () => {
    expect(href(site, VIEWS_PATH)).toBe(`${apiBelow(base)}/`);
  });

  it('a navigation entry leads to the column, or to the address of a link', () => {
    expect(columnHref(site, site.tree.node('tpxw').column)).toBe(`${base}xwzx/tpxw/`);
    expect(columnHref(site, site.tree.node('zx').column)).toBe('https://www.gov.cn/zixun');
  });

  it('a path does not hold the base', () => {
    expect(articlePath(site, anArticle())).toBe('xwzx/tpxw/202603/20260305-spring-safety/');
  });
});

describe('the path', () => {
  const site = aSite({
    columns: [
      ...someColumns(),
      aColumn({ slug: 'jgzn', kind: 'page', page: 'about', parent: 'xxgk' }),
    ],
  });
  const { column } = site.tree.node('tpxw');

  it.each([
    ['of a column', columnPath(site, column), 'xwzx/tpxw/'],
    ['of an older page of its list', columnListPath(site, column, 3), 'xwzx/tpxw/page/3/'],
    ['of its feed', columnFeedPath(site, column), 'xwzx/tpxw/feed.xml'],
    ['of a single page that a column shows', pagePath(site, aPage()), 'xxgk/jgzn/'],
    ['of a single page in no column', pagePath(site, aPage({ slug: 'wzsm' })), 'wzsm/'],
  ])('%s is %s', (_, path, expected) => {
    expect(path).toBe(expected);
  });

  it('of an article holds its month, from its id', () => {
    const article = anArticle({ id: '20251231-a', date: '2026-01-01', column: 'tz' });
    expect(articlePath(site, article)).toBe('xxgk/tz/202512/20251231-a/');
  });

  it.each([
    ['附件1.docx', '%E9%99%84%E4%BB%B61.docx'],
    ['a b.pdf', 'a%20b.pdf'],
    ['100%?#&.pdf', '100%25%3F%23%26.pdf'],
  ])('of the attachment %s is encoded', (name, encoded) => {
    expect(attachmentPath(site, anArticle({ id: '20260305-a' }), name)).toBe(
      `xwzx/tpxw/202603/20260305-a/${encoded}`,
    );
  });
});
