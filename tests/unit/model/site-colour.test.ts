/** The bureau's colour must carry white text. */
import { expect, it } from 'vitest';
import { siteSchema } from '../../../src/model/site-config.ts';

const config = {
  name: '示例局',
  url: 'https://www.example.gov.cn/',
  identifier: '0065000099',
  description: '示例局的网站。',
  sponsor: '示例局',
  contact: { address: '示例路1号', phone: '0000-0000000' },
  home: [],
};

it.each(['#a3201d', '#0b5c8a', '#000000', '#767676'])('%s is taken as it is', (colour) => {
  expect(siteSchema.parse({ ...config, colour }).colour).toBe(colour);
});

it('one that is too light is an issue that names the nearest that can be read', () => {
  const { error } = siteSchema.safeParse({ ...config, colour: '#f5c400' });
  const said = JSON.stringify(error?.issues);
  expect(said).toContain('颜色「#f5c400」太浅：导航条上的白字看不清，对比度只有 1.6');
  const nearest = /最接近的合格颜色是 \\?"(#[0-9a-f]{6})/.exec(said)?.[1] ?? '';
  expect(siteSchema.parse({ ...config, colour: nearest }).colour).toBe(nearest);
});
