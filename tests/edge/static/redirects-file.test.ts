import { expect, test } from 'vitest';
import { parseRedirects } from '../../../src/server/static/redirects-file.ts';

const redirect = parseRedirects(`
# 旧站地址
/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml /xwzx/tpxw/202103/20210305-meeting/ 301
/temporary /new/
/forced /new/ 308!
/encoded/%E6%97%A7%E7%AB%99 /new/ 301
/plain/旧站 /new/ 301
/twice /first/ 301
/twice /second/ 301
/away https://www.gov.cn/zhengce/ 302
/archive/:year/:name.shtml /:year/:name/ 301
/old/* /new/:splat 301
/root/* /:splat 301
/old/exact /exact/ 301
/rewritten /index.html 200
/by-country /cn/ 302 Country=cn
no-slash /new/ 301
/alone
`);

test.each<[string, [string, number] | undefined]>([
  [
    '/sgj/tpxw/202103/5fc28c882e344326a51512ae37220a03.shtml',
    ['/xwzx/tpxw/202103/20210305-meeting/', 301],
  ],
  ['/temporary', ['/new/', 302]],
  ['/forced', ['/new/', 308]],
  ['/encoded/旧站', ['/new/', 301]],
  ['/plain/旧站', ['/new/', 301]],
  ['/twice', ['/first/', 301]],
  ['/away', ['https://www.gov.cn/zhengce/', 302]],
  ['/archive/2021/meeting.shtml', ['/2021/meeting/', 301]],
  ['/archive/2021/a/meeting.shtml', undefined],
  ['/archive/2021/meetingXshtml', undefined],
  ['/old/a/旧?', ['/new/a/%E6%97%A7?', 301]],
  ['/old/exact', ['/exact/', 301]],
  ['/root//evil.example', ['/evil.example', 301]],
  ['/rewritten', undefined],
  ['/by-country', undefined],
  ['/no-slash', undefined],
  ['/alone', undefined],
  ['/', undefined],
])('%s → %j', (path, expected) => {
  const found = redirect(path);
  expect(found && [found.location, found.status]).toEqual(expected);
});
