import { expect, it } from 'vitest';
import { describeNeeds, describeTooLarge } from '../../../scripts/report.ts';

it.each([
  [{ withoutPage: 0, withQuery: 0, oldPages: 0 }, []],
  [
    { withoutPage: 3, withQuery: 2, oldPages: 0 },
    [
      '提示（给管理员）：3 个旧地址没有自己的跳转页面，其中 2 个带「?」：npm run serve、照样子配好的 nginx 和 Caddy 都会跳转，别的主机要认 _redirects 才行。',
    ],
  ],
  [
    { withoutPage: 1, withQuery: 0, oldPages: 4 },
    [
      '提示（给管理员）：1 个旧地址没有自己的跳转页面：npm run serve、照样子配好的 nginx 和 Caddy 都会跳转，别的主机要认 _redirects 才行。',
      '提示（给管理员）：4 个旧地址的跳转页面以 .asp、.jsp 之类结尾：主机不认 _headers 也不认 _redirects 的，打开时会变成下载。',
    ],
  ],
])('of %j a build says', (needs, lines) => {
  expect(describeNeeds(needs)).toEqual(lines);
});

const tooLarge = [
  { label: '甲', reasons: ['文件数 3，最多 2', '总大小 2 GB，最多 1 GB'] },
  { label: '乙', reasons: ['旧地址数 5，最多 4'] },
];
it.each([
  [{ tooLarge: [], isNamed: true }, ''],
  [
    { tooLarge, isNamed: false },
    '提示（给管理员）：网站放不进 甲（文件数 3，最多 2；总大小 2 GB，最多 1 GB）、乙（旧地址数 5，最多 4）。不用这些平台的，在 site.yaml 里写 host: own，就不再提示。',
  ],
  [
    { tooLarge: tooLarge.slice(1), isNamed: true },
    '注意（给管理员）：网站超出了 乙（旧地址数 5，最多 4） 的限制，发布会失败或者缺东西。请换一个平台或用自己的服务器，再改 site.yaml 里的 host。',
  ],
])('of a site that fits as %j a build says', (fit, line) => {
  expect(describeTooLarge(fit)).toBe(line);
});
