import { expect, it } from 'vitest';
import { unquotedName } from '../../../src/reading/quoted-name.ts';

it.each([
  ['通知公告', '通知公告'],
  [' 「通知公告」 ', '通知公告'],
  ['"tzgg"', 'tzgg'],
  ['“政务公开/通知公告”', '政务公开/通知公告'],
  ["' 通知公告 '", '通知公告'],
  ['《「甲」》', '甲'],
  ['「甲', '「甲'],
  ['关于“乙”', '关于“乙”'],
  ['「」', ''],
  ['', ''],
])('%j is %j', (written, name) => {
  expect(unquotedName(written)).toBe(name);
});
