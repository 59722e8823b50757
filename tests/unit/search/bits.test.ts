import { expect, test } from 'vitest';
import { bitReader, bitWriter, riceOfGaps } from '../../../src/search/bits.ts';
import { seededRandom } from '../../support/random.ts';

test('whatever is written is read again, in its order', () => {
  const random = seededRandom(1);
  const writer = bitWriter();
  for (let round = 0; round < 300; round += 1) {
    const items = Array.from({ length: random.between(1, 60) }, () => {
      const width = random.between(0, 44);
      const value = Math.floor(random.next() * 2 ** width);
      const kind = random.pick(['bits', 'gamma', 'rice'] as const);
      return { kind, width, value: kind === 'gamma' ? 1 + (value % 2 ** 30) : value };
    });
    for (const { kind, width, value } of items) {
      if (kind === 'gamma') writer.gamma(value);
      else writer[kind](value, kind === 'rice' ? Math.max(0, width - 6) : width);
    }
    const reader = bitReader(writer.end());
    const read = items.map(({ kind, width }) => {
      if (kind === 'gamma') return reader.gamma();
      return reader[kind](kind === 'rice' ? Math.max(0, width - 6) : width);
    });
    expect(read).toEqual(items.map(({ value }) => value));
  }
});

test('the form is that of the text: highest bit first, ones before a zero', () => {
  const writer = bitWriter();
  writer.bits(0b101, 3);
  writer.gamma(1);
  writer.gamma(6);
  writer.rice(9, 2);
  // 101 · 0 · 110 10 · 110 01, filled up with zeros
  expect([...writer.end()]).toEqual([0b10101101, 0b01100100]);
});

test('what is cut off is an error, not a number', () => {
  const writer = bitWriter();
  writer.bits(2 ** 40, 44);
  const bytes = writer.end();
  expect(() => bitReader(bytes.subarray(0, 3)).bits(44)).toThrow(RangeError);
  expect(() => bitReader(new Uint8Array([255, 255])).gamma()).toThrow(RangeError);
});

test.each([
  [100, 100, 0],
  [100, 50, 0],
  [20_000, 1, 13],
  [2 ** 44, 1, 43],
  [2 ** 31, 1000, 20],
])('numbers below %i, %i of them: Rice with k = %i', (below, count, k) => {
  expect(riceOfGaps(below, count)).toBe(k);
});
