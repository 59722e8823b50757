import { expect, it } from 'vitest';
import { oldAddress } from '../../../src/model/article.ts';

it.each([
  ['/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml'],
  ['/'],
  ['/col/col1/index.html'],
  ['/通知/1.html'],
  ['/a%zz.html'],
])('the old address %s is taken as it is', (written) => {
  expect(oldAddress.parse(` ${written} `)).toBe(written);
});

it.each([
  ['/%E9%80%9A%E7%9F%A5/1.html', '/通知/1.html'],
  ['/a%20b.html', '/a b.html'],
])('the old address %s, copied from a browser, is %s', (written, path) => {
  expect(oldAddress.parse(written)).toBe(path);
});

it.each([
  ['https://old.example.gov.cn/a/1.shtml', '只写网站名后面的部分：/a/1.shtml'],
  ['old/1.shtml', '例如 /tpxw/202103/123.shtml。'],
  ['/old/1.shtml?id=2', '例如 /tpxw/202103/123.shtml。'],
  ['/old/../1.shtml', '例如 /tpxw/202103/123.shtml。'],
  ['/%2e%2e/1.shtml', '例如 /tpxw/202103/123.shtml。'],
  ['/old/%00', '例如 /tpxw/202103/123.shtml。'],
])('the old address %s is refused', (written, fix) => {
  const { error } = oldAddress.safeParse(written);
  expect(error?.issues).toMatchObject([
    { message: `旧地址「${written}」不是以「/」开头的路径。`, params: { fix } },
  ]);
});
