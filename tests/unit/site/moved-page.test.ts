import { expect, it } from 'vitest';
import { readOldAddress } from '../../../src/model/old-address.ts';
import { movedPages, redirectPagePath } from '../../../src/site/moved-page.ts';
import { anArticle, aPage, aSite } from '../../support/a-site.ts';

const OLD_ADDRESS = '/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml';

it.each([
  [OLD_ADDRESS, '/', OLD_ADDRESS.slice(1)],
  ['/old/', '/', 'old/index.html'],
  ['/old', '/', 'old/index.html'],
  ['/old/1.html', '/', 'old/1.html'],
  ['/old/1.ASPX', '/', 'old/1.ASPX'],
  ['/通知/1', '/', '通知/1/index.html'],
  ['/jgsw/old/1.html', '/jgsw/', 'old/1.html'],
  ['/old/1.html', '/jgsw/', undefined],
  ['/', '/', undefined],
  ['/jgsw/', '/jgsw/', undefined],
  ['/jgsw', '/jgsw/', undefined],
  ['/old//1.html', '/', undefined],
  // Opened under a type of their own, which a page is not.
  ['/old/1.pdf', '/', undefined],
  ['/old/1.xml', '/', undefined],
  // No names of files on Windows.
  ['/con/1.html', '/', undefined],
  ['/a:b.html', '/', undefined],
  ['/a /1.html', '/', undefined],
  // GBK.
  ['/%D0%C2.html', '/', undefined],
])('the fallback page of %s on a site below %s is the file %s', (path, base, file) => {
  expect(redirectPagePath(path, base)).toBe(file);
});

it('of two that want one file and lead elsewhere neither has it; of a file and its folder the folder', () => {
  const addresses = [
    ['/A.html', '/1/'],
    ['/a.html', '/2/'],
    ['/B.html', '/1/'],
    ['/b.html', '/1/'],
    ['/c', '/1/'],
    ['/c/', '/1/'],
    ['/index.php', '/1/'],
    ['/index.php/news', '/2/'],
    ['/show.asp?id=1', '/1/'],
  ].map(([written = '', to = '']) => ({ ...readOldAddress(written), written, to }));
  const { pages, withoutPage } = movedPages(aSite(), addresses);
  expect(pages.map(({ path }) => path)).toEqual([
    'B.html',
    'b.html',
    'c/index.html',
    'index.php/news/index.html',
  ]);
  expect(withoutPage.map(({ written }) => written)).toEqual([
    '/A.html',
    '/a.html',
    '/index.php',
    '/show.asp?id=1',
  ]);
});

it('no page is written that servers would open for a folder in which a page lives', () => {
  const article = anArticle();
  const site = aSite({ articles: [article], pages: [aPage({ slug: 'wzsm' })] });
  const own = `/xwzx/tpxw/202603/${article.id}`;
  const addresses = [
    '/index.htm',
    '/Default.aspx',
    '/default.html',
    '/xwzx/index.php',
    '/wzsm/index.jsp',
    '/search/index.asp',
    `${own}/default.asp`,
    '/old/index.htm',
    '/gone/index.htm',
    '/old/',
    '/xwzx/index_1.htm',
  ].map((written) => ({ ...readOldAddress(written), written, to: '/xwzx/' }));
  const { pages, withoutPage } = movedPages(site, addresses);
  expect(pages.map(({ path }) => path)).toEqual([
    'gone/index.htm',
    'old/index.html',
    'xwzx/index_1.htm',
  ]);
  expect(withoutPage).toHaveLength(8);
});
