import { expect, it } from 'vitest';
import { belowBase, pathBelow, withBase } from '../../../src/model/base-path.ts';

it.each([
  ['/', '/xwzx/', 'xwzx/'],
  ['/', '/', ''],
  ['/jgsw/', '/jgsw/xwzx/', 'xwzx/'],
  ['/jgsw/', '/jgsw/', ''],
  ['/jgsw/', '/jgsw', ''],
])('below %s the address %s is 「%s」, and with the base itself again', (base, address, path) => {
  expect(belowBase(base, address)).toBe(path);
  expect(pathBelow(base, address)).toBe(path);
  expect(withBase(base, path)).toBe(address.endsWith('/') ? address : `${address}/`);
});

it.each(['/xwzx/', '/jgswx/', '/'])('%s is none of a site below /jgsw/', (address) => {
  expect(belowBase('/jgsw/', address)).toBeUndefined();
});

it('staff may leave the base out', () => {
  expect(pathBelow('/jgsw/', '/xwzx/')).toBe('xwzx/');
});
