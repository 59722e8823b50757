import { describe, expect, it } from 'vitest';
import { knownPaths } from '../../../src/site/known-paths.ts';
import { checkAddresses } from '../../../src/site/check-addresses.ts';
import { sourcesOf } from '../../support/address-sources.ts';
import { anArticle, aPage, aSite, inSubPath } from '../../support/a-site.ts';

const draft = anArticle({ id: '20260306-draft', draft: true });
const toCome = anArticle({ id: '20260307-to-come' });
const site = aSite({
  config: inSubPath,
  articles: [
    anArticle({ aliases: ['/jgsw/old/1.shtml', '/outside/3.shtml'] }),
    ...Array.from({ length: 60 }, (_, index) => anArticle({ id: `20260101-${index}` })),
  ],
  unpublished: [
    { article: draft, reason: 'draft' },
    { article: toCome, reason: 'future' },
  ],
  pages: [aPage({ slug: 'wzsm' })],
  redirects: [
    { from: '/jgsw/old/2/', to: '/search/' },
    { from: '/jgsw/show.asp?id=12', to: '/search/' },
  ],
  publicFiles: ['files/map.html'],
});
const sources = sourcesOf(site, { toCome: [toCome], drafts: [draft] });
const { claims } = checkAddresses(sources);
const isKnown = knownPaths(sources, claims);

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
    'xwzx/tpxw/page/1/',
    'xwzx/tpxw/feed.xml',
    'xwzx/tpxw/202603/20260305-spring-safety/',
    'wzsm/',
    'old/1.shtml',
    'old/2/',
    'show.asp?id=12',
    'search/?q=通知',
    'files/map.html',
  ])('「%s」', (path) => {
    expect(isKnown(path)).toBe(true);
  });
});

describe('no page of the site is', () => {
  it.each([
    ['a part of an address', 'xwzx/tpxw/202603/'],
    ['a child without its parent', 'tpxw/'],
    ['an article that is not published', 'xwzx/tpxw/202603/20260306-draft/'],
    ['an article of tomorrow', 'xwzx/tpxw/202603/20260307-to-come/'],
    ['an old address that another query asks for', 'show.asp?id=13'],
    ['an old address of the same host that is not below the base', 'outside/3.shtml'],
    ['a folder of the engine', 'pagefind/'],
    ['an article in another column', 'xwzx/gzdt/202603/20260305-spring-safety/'],
    ['a column that is a link elsewhere', 'zx/'],
    ['another case', 'XWZX/'],
    ['a page that a list does not have', 'xwzx/tpxw/page/99/'],
    ['a page of a list that nothing numbers so', 'xwzx/tpxw/page/01/'],
    ['a page that nobody wrote', 'about/'],
  ])('%s', (_, path) => {
    expect(isKnown(path)).toBe(false);
  });
});
