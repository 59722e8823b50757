import { expect, test } from 'vitest';
import { hanDigit, hanKey, isOfThree, KEY_BITS, otherKey } from '../../../src/search/gram-key.ts';
import { seededRandom } from '../../support/random.ts';

test('two rows of Han characters never have one key, and none that of anything else', () => {
  const random = seededRandom(2);
  const draw = () => hanDigit(random.between(0x4e00, 0x9fff));
  const keys = new Map<number, string>();
  const doubled: string[] = [];
  const put = (key: number, what: string) => {
    if ((keys.get(key) ?? what) !== what) doubled.push(what);
    keys.set(key, what);
  };
  for (let round = 0; round < 100_000; round += 1) {
    const second = random.pick([0, draw()]);
    const third = second === 0 ? 0 : random.pick([0, draw()]);
    const first = draw();
    put(hanKey(first, second, third), `${first} ${second} ${third}`);
    put(otherKey(`n${round}`), `n${round}`);
  }
  expect(doubled).toEqual([]);
  expect(keys.size).toBeGreaterThan(160_000);
});

test('a key tells whether it is of three Han characters', () => {
  const random = seededRandom(3);
  for (let round = 0; round < 1000; round += 1) {
    const [a, b, c] = [1, 2, 3].map(() => random.between(1, 20_992));
    expect(isOfThree(hanKey(a ?? 1, b ?? 1, c ?? 1))).toBe(true);
    expect(isOfThree(hanKey(a ?? 1, b ?? 1, 0))).toBe(false);
    expect(isOfThree(hanKey(a ?? 1, 0, 0))).toBe(false);
    expect(isOfThree(otherKey(`u${round}`))).toBe(false);
  }
});

test('keys lie evenly in the space, those of neighbouring characters too', () => {
  const counts = Array.from({ length: 16 }, () => 0);
  for (let at = 1; at <= 16_000; at += 1) {
    const part = Math.floor(hanKey(1, 1, at) / 2 ** (KEY_BITS - 4));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200);
});
