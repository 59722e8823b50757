import { expect, test } from 'vitest';
import { nearName } from '../../../src/search/near-name.ts';

const NAMES = ['图片新闻', '公共机构节能', '通知', '信息网络室'];

test.each([
  ['one character wrong in four', '图片新问', '图片新闻'],
  ['two wrong in six', '公用机构节电', '公共机构节能'],
  ['two wrong in four', '图像新问', undefined],
  ['too short to guess', '通告', undefined],
  ['a name itself', '图片新闻', undefined],
])('%s: %s', (_, written, name) => {
  expect(nearName(written, NAMES)).toBe(name);
});
