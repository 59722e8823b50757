import { expect, it } from 'vitest';
import { oldAddress, readOldAddress } from '../../../src/model/old-address.ts';

it.each([
  ['/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml'],
  ['/'],
  ['/col/col1/index.html'],
  ['/通知/1.html'],
  ['/a%zz.html'],
  ['/a..b/1.html'],
  ['/a b.html'],
  ['/wiki/Special:Search'],
  ['/a(1)/$b/{c}.html'],
  ['/show.asp?id=12'],
  ['/list.jsp?a=1&b=通知'],
  ['/?p=123'],
  ['/a%2541.html'],
  ['/%D0%C2.html'],
  ['/.well-known/old.txt'],
  [`/${'字'.repeat(85)}`],
])('the old address %s is taken as it is', (written) => {
  expect(oldAddress.parse(` ${written} `)).toBe(written);
});

it.each([
  ['/%E9%80%9A%E7%9F%A5/1.html', '/通知/1.html'],
  ['/a%20b.html', '/a b.html'],
  ['/show.asp?', '/show.asp'],
  ['/list.jsp?b=%E9%80%9A%E7%9F%A5', '/list.jsp?b=通知'],
])('the old address %s, copied from a browser, is %s', (written, path) => {
  expect(oldAddress.parse(written)).toBe(path);
});

it.each([
  ['/a%2541.html', { path: '/a%41.html', query: undefined }],
  ['/通知/1.html?a=b?c', { path: '/通知/1.html', query: 'a=b?c' }],
  ['/%D0%C2.html', { path: '/%D0%C2.html', query: undefined }],
])('%s is compared as %j', (written, parts) => {
  expect(readOldAddress(written)).toEqual(parts);
});

it.each([
  [
    'https://old.example.gov.cn/a/1.shtml',
    '旧地址「https://old.example.gov.cn/a/1.shtml」不是以「/」开头的路径。',
    '只写网站名后面的部分：/a/1.shtml',
  ],
  [
    'https://old.example.gov.cn/show.asp?id=1#top',
    '旧地址「https://old.example.gov.cn/show.asp?id=1#top」不是以「/」开头的路径。',
    '只写网站名后面的部分：/show.asp?id=1',
  ],
  ['old/1.shtml', '旧地址「old/1.shtml」不是以「/」开头的路径。', '例如 /tpxw/202103/123.shtml。'],
  [
    'javascript:a',
    '旧地址「javascript:a」不是以「/」开头的路径。',
    '例如 /tpxw/202103/123.shtml。',
  ],
  ['//evil.example/a', '旧地址「//evil.example/a」开头多了一个「/」。', '写成 /evil.example/a'],
  [
    '/old/1.shtml#top',
    '旧地址「/old/1.shtml#top」里有「#」，它后面的部分浏览器不会发给网站。',
    '写成 /old/1.shtml',
  ],
  ['/old/../1.shtml', '旧地址「/old/../1.shtml」里有「.」或「..」。', '写成 /1.shtml'],
  ['/%2e%2e/1.shtml', '旧地址「/%2e%2e/1.shtml」里有「.」或「..」。', '写成 /1.shtml'],
  ['/a\\b', '旧地址「/a\\b」里有「\\」。', '写成 /a/b'],
  ['/old/%00', '旧地址「/old/%00」里有看不见的控制字符。', '重新从浏览器的地址栏复制。'],
  ['/old/*', '旧地址「/old/*」里的「*」代表许多地址，这里不能用。', '每个旧地址照原样单独写一行。'],
  [
    '/:host/:path',
    '旧地址「/:host/:path」里的「:host」代表许多地址，这里不能用。',
    '每个旧地址照原样单独写一行。',
  ],
  [
    '/.git/config',
    '旧地址「/.git/config」里的「.git」以点开头，网站从不打开这样的地址。',
    '删掉这个旧地址。',
  ],
  [
    `/${'字'.repeat(86)}`,
    `旧地址「/${'字'.repeat(79)}…」太长：两个「/」之间最多 255 个字节，整个地址最多 1000 个字节，一个汉字算 3 个。`,
    '核对是不是粘贴错了；确实这样长的，删掉这个旧地址。',
  ],
])('the old address %s is refused, and the remedy passes', (written, message, fix) => {
  const { error } = oldAddress.safeParse(written);
  expect(error?.issues).toMatchObject([{ message, params: { fix } }]);
  const [, remedy] = /(?:写成 |部分：)(.+)$/.exec(fix) ?? [];
  if (remedy) expect(oldAddress.parse(remedy)).toBe(remedy);
});
