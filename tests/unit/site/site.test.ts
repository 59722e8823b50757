import { describe, expect, it } from 'vitest';
import { anArticle, aPage, aSite, inSubPath } from '../../support/a-site.ts';

const articles = [
  anArticle({ id: '20260305-e', column: 'tpxw' }),
  anArticle({ id: '20260304-d', column: 'gzdt' }),
  anArticle({ id: '20260303-c', column: 'tpxw' }),
  anArticle({ id: '20260302-b', column: 'xwzx' }),
  anArticle({ id: '20260301-a', column: 'tpxw' }),
];
const site = aSite({ articles, pages: [aPage()] });

it.each([
  ['https://www.example.gov.cn/', '/', 'https://www.example.gov.cn'],
  [inSubPath.url, '/jgsw/', 'https://www.example.gov.cn'],
  ['http://localhost:8080/a/b/', '/a/b/', 'http://localhost:8080'],
])('the site at %s lives below %s of %s', (url, base, origin) => {
  expect(aSite({ config: { url } })).toMatchObject({ base, origin });
});

describe('the articles of a column', () => {
  it.each([
    ['tpxw', ['e', 'c', 'a']],
    ['gzdt', ['d']],
    ['xwzx', ['e', 'd', 'c', 'b', 'a']],
    ['tz', []],
    ['no-such-column', []],
  ])('%s are its own and those of the columns below it, newest first: %j', (slug, names) => {
    expect(site.articlesIn(slug).map(({ id }) => id.slice(9))).toEqual(names);
  });
});

describe('the neighbours', () => {
  it.each([
    ['20260305-e', undefined, '20260303-c'],
    ['20260303-c', '20260305-e', '20260301-a'],
    ['20260301-a', '20260303-c', undefined],
    ['20260304-d', undefined, undefined],
    ['20260302-b', undefined, undefined],
  ])('of %s in its own column are %s and %s', (id, newer, older) => {
    const neighbours = site.neighbours(site.article(id));
    expect([neighbours.newer?.id, neighbours.older?.id]).toEqual([newer, older]);
  });
});

describe('what is asked for by name', () => {
  it('is found', () => {
    expect(site.article('20260304-d')).toBe(articles[1]);
    expect(site.page('about').title).toBe('机构职能');
  });

  it('is a bug of the engine when it is not there', () => {
    expect(() => site.article('20260304-x')).toThrow('The site has no article "20260304-x"');
    expect(() => site.page('contact')).toThrow('The site has no page "contact"');
  });
});
