import { expect, it } from 'vitest';
import { columnCrumbs, pageCrumbs, topicCrumbs } from '../../../src/site/breadcrumbs.ts';
import { aSite, aTopic, inSubPath } from '../../support/a-site.ts';

it('a column is reached from the home page through its parents', () => {
  const site = aSite();
  expect(columnCrumbs(site, site.tree.node('tpxw').column)).toEqual([
    { name: '首页', href: '/' },
    { name: '新闻资讯', href: '/xwzx/' },
    { name: '图片新闻', href: '/xwzx/tpxw/' },
  ]);
});

it('the way is the same in a sub-path', () => {
  const site = aSite({ config: inSubPath });
  expect(columnCrumbs(site, site.tree.node('tz').column).map(({ href }) => href)).toEqual([
    '/jgsw/',
    '/jgsw/xxgk/',
    '/jgsw/xxgk/tz/',
  ]);
});

it('a page in no column is reached from the home page', () => {
  expect(pageCrumbs(aSite({ config: inSubPath }), '网站声明', 'wzsm/')).toEqual([
    { name: '首页', href: '/jgsw/' },
    { name: '网站声明', href: '/jgsw/wzsm/' },
  ]);
});

it('a topic is reached through the list of all', () => {
  expect(topicCrumbs(aSite({ config: inSubPath }), aTopic())).toEqual([
    { name: '首页', href: '/jgsw/' },
    { name: '专题', href: '/jgsw/topics/' },
    { name: '节能宣传周', href: '/jgsw/topics/energy-week/' },
  ]);
});
