import { expect, test } from 'vitest';
import { isOutbound } from '../../../src/markdown/outbound.ts';

const hosts = { host: '机关.example.cn', allowedHosts: ['xuexi.cn', '人民网.cn'] };

test.for([
  ['https://机关.example.cn/a', false],
  ['https://xn--fjqr0l.example.cn/a', true],
  ['https://gov.cn/', false],
  ['https://WWW.GOV.CN/', false],
  ['https://notgov.cn/', true],
  ['https://gov.cn.evil.com/', true],
  ['https://新疆.政务.cn/', false],
  ['https://xj.xn--zfr164b.cn/', false],
  ['https://xj.政务/', false],
  ['https://www.xuexi.cn/', false],
  ['https://notxuexi.cn/', true],
  ['https://人民网.cn/', false],
  ['//example.com/', true],
  ['https://', true],
] as const)('%s leads away: %s', ([address, expected]) => {
  expect(isOutbound(address, hosts)).toBe(expected);
});
