import { expect, test } from 'vitest';
import { pieceRead, syllableOf } from '../../../../src/client/search/pinyin.ts';

test.each([
  ['公务用车', 'gong wu yong che'],
  ['机关事务管理局', 'ji guan shi wu guan li ju'],
  ['切实类推乐观', 'qie shi lei tui le guan'],
  ['女略绿', 'nv lve lv'],
  ['阿座', 'a zuo'],
  ['a，1', '  '],
])('%s is read %s', (text, read) => {
  expect([...text].map(syllableOf).join(' ')).toBe(read);
});

test.each([
  ['gongwuyongche', '关于公务用车的通知', '公务用车'],
  ['gongwu', '公务、公务', '公务'],
  ['gongw', '公务', undefined],
  ['ongwu', '公务', undefined],
  ['gongwu', '公、务', undefined],
])('%s in %s', (letters, text, piece) => {
  expect(pieceRead(letters, text)).toBe(piece);
});
