import { describe, expect, it } from 'vitest';
import { lostWords, nearestColumn } from '../../../src/client/lost-words.ts';

describe('the words of an address', () => {
  it.each([
    ['/wj/%E8%8A%82%E8%83%BD%20%E9%80%9A%E7%9F%A5.html', '节能 通知'],
    ['/节能/2026_示范.shtml', '2026 示范'],
    ['/sgj/tpxw/202103/5fc28c88.shtml', ''],
    ['/%E8%8A%', ''],
    ['/', ''],
  ])('%s → %s', (path, words) => {
    expect(lostWords(path)).toBe(words);
  });
});

describe('the nearest column', () => {
  const columns = ['/xwzx/', '/xwzx/tpxw/', '/zwgk/'];
  it.each([
    ['/xwzx/tpxw/202603/gone/', '/xwzx/tpxw/'],
    ['/xwzx/other/', '/xwzx/'],
    ['/sgj/tpxw/202103/5fc2.shtml', '/xwzx/tpxw/'],
    ['/nowhere/', undefined],
  ])('of %s is %s', (path, column) => {
    expect(nearestColumn(path, columns)).toBe(column);
  });
});
