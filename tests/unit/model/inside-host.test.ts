/** Addresses that readers cannot reach, as browsers read them. */
import { expect, test } from 'vitest';
import { insideProblem, isInside } from '../../../src/model/inside-host.ts';

test.for([
  'http://localhost:4321/tzgg/',
  'http://LOCALHOST',
  'http://localhost./',
  'http://preview.localhost/',
  'http://127.0.0.1:8080/a',
  'http://2130706433/',
  'http://0.0.0.0:3000/',
  'http://[::1]/',
  'https://10.65.3.8/oa/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://169.254.1.1/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://oa/index.html',
  'http://oa-server:8080/',
  'http://打印机/',
  'http://nas.local/a',
  'http://oa.jgsw.lan/',
])('%s is inside', (address) => {
  expect(isInside(address)).toBe(true);
});

test.for([
  'https://www.gov.cn/',
  'https://localhost.gov.cn/',
  'https://政务.cn/a',
  'http://11.0.0.1/',
  'http://172.15.0.1/',
  'http://172.32.0.1/',
  'http://192.169.1.1/',
  'http://100.1.2.3/',
  'http://[2409:8000::1]/',
  'https://10.gov.cn/',
  'https://www.gov.cn/?to=http://localhost/',
  'https://lan.local.gov.cn/',
  'mailto:a@oa.local',
  '/localhost/',
  '20260305-localhost',
  '//localhost/',
  '',
])('%j is not', (address) => {
  expect(isInside(address)).toBe(false);
});

test('each is told with what to do, and the remedies hold no such address', () => {
  const own = '是本站的页面，只写网站名后面的部分，例如 /tzgg/202603/20260305-a/';
  expect([
    insideProblem('链接', 'http://localhost:4321/a/'),
    insideProblem('新地址', 'http://10.1.2.3/a'),
    insideProblem('原网址', 'http://oa/a'),
  ]).toEqual([
    {
      level: 'warn',
      message: '链接「http://localhost:4321/a/」指向自己的电脑，读者打不开。',
      fix: `换成公开的网址，例如 https://www.gov.cn/；${own}；没有公开网址的，删掉链接，只留文字。`,
    },
    {
      level: 'warn',
      message: '新地址「http://10.1.2.3/a」在单位内部的网络里，读者打不开。',
      fix: `换成公开的网址，例如 https://www.gov.cn/；${own}。`,
    },
    {
      level: 'warn',
      message: '原网址「http://oa/a」在单位内部的网络里，读者打不开。',
      fix: '换成公开的网址，例如 https://www.gov.cn/。',
    },
  ]);
  expect(isInside('https://www.gov.cn/')).toBe(false);
});
