import { describe, expect, it } from 'vitest';
import { knownPaths } from '../../../src/site/known-paths.ts';
import { anArticle, aPage, aSite, inSubPath } from '../../support/a-site.ts';

const draft = anArticle({ id: '20260306-draft', draft: true });
const isKnown = knownPaths(
  aSite({
    config: inSubPath,
    articles: [anArticle({ aliases: ['/old/1.shtml'] })],
    unpublished: [{ article: draft, reason: 'draft' }],
    pages: [aPage({ slug: 'wzsm' })],
    redirects: [{ from: '/old/2/', to: '/search/' }],
  }),
);

describe('a page of the site is', () => {
  it.each([
    '',
    'index.html',
    'search/',
    'search',
    'sitemap/',
    'feed.xml',
    'xwzx/',
    'xwzx/tpxw',
    'xwzx/tpxw/index.html',
    'xwzx/tpxw/page/2/',
    'xwzx/tpxw/feed.xml',
    'xwzx/tpxw/202603/20260305-spring-safety/',
    'wzsm/',
    'old/1.shtml',
    'old/2/',
  ])('「%s」', (path) => {
    expect(isKnown(path)).toBe(true);
  });
});

describe('no page of the site is', () => {
  it.each([
    ['a part of an address', 'xwzx/tpxw/202603/'],
    ['a child without its parent', 'tpxw/'],
    ['an article that is not published', 'xwzx/tpxw/202603/20260306-draft/'],
    ['an article in another column', 'xwzx/gzdt/202603/20260305-spring-safety/'],
    ['a column that is a link elsewhere', 'zx/'],
    ['another case', 'XWZX/'],
    ['a page that nobody wrote', 'about/'],
  ])('%s', (_, path) => {
    expect(isKnown(path)).toBe(false);
  });
});
