import { expect, it } from 'vitest';
import { leavingMark } from '../../../src/site/leaving-mark.ts';
import { aSite } from '../../support/a-site.ts';

const marked = { rel: 'noopener noreferrer external', 'data-outbound': true };

it.each([
  ['https://www.gov.cn/zhengce/', {}],
  ['https://www.example.gov.cn/a/', {}],
  ['/search/', {}],
  ['https://bszs.conac.cn/sitename?id=1', marked],
  ['https://trusted.example.com/', {}],
  ['https://news.example.com/', marked],
])('%s', (address, mark) => {
  expect(
    leavingMark(aSite({ config: { allowedHosts: ['trusted.example.com'] } }), address),
  ).toEqual(mark);
});
