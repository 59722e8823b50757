import { expect, it } from 'vitest';
import { describeNeeds } from '../../../scripts/report.ts';

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
