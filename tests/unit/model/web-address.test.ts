import { expect, test } from 'vitest';
import { linkProblem } from '../../../src/markdown/body-address-problem.ts';
import { webAddress } from '../../../src/model/fields.ts';

test.for(['https://www.gov.cn/', ' http://www.gov.cn/a?b=1#c ', 'https://zw.政务.cn/'])(
  '%s is an address',
  (address) => {
    expect(webAddress.parse(address)).toBe(address.trim());
  },
);

test('an address that was pasted twice is quoted once in the remedy, which is one', () => {
  const written = 'http://www.gov.cnhttps://www.gov.cn/a';
  expect(linkProblem(written, { label: '', mustBeFile: false })).toMatchObject({
    rule: { id: 'address/misleading' },
    message: `链接「${written}」的开头写了两遍，打不开。`,
    fix: '写成 https://www.gov.cn/a。',
  });
  expect(webAddress.parse('https://www.gov.cn/a')).toBe('https://www.gov.cn/a');
});

test.for([
  ['javascript:alert(1)', '网址「javascript:alert(1)」以「javascript:」开头，不安全，不能用。'],
  ['ftp://a.cn/', '网址「ftp://a.cn/」以「ftp:」开头，不安全，不能用。'],
  ['https:evil.example', '网址「https:evil.example」的写法不对，可能会打开别的网站。'],
  ['//evil.example/', '网址「//evil.example/」的写法不对，可能会打开别的网站。'],
  [
    'https://www.gov.cn@evil.example/',
    '网址「https://www.gov.cn@evil.example/」里有「@」，打开的其实是「evil.example」。',
  ],
  [
    'https://www.gov.cn/\u200b',
    '网址「https://www.gov.cn/」里有看不见的字符（零宽空格），会打不开。',
  ],
  ['www.gov.cn', '网址「www.gov.cn」写得不完整。'],
  ['mailto:a@b.cn', '网址「mailto:a@b.cn」写得不完整。'],
  ['index.md', '网址「index.md」写得不完整。'],
  ['/tzgg/', '网址「/tzgg/」写得不完整。'],
] as const)('%s is none', ([address, message]) => {
  const { error } = webAddress.safeParse(address);
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});
