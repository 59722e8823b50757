import { expect, test } from 'vitest';
import { byFigures, numberOf, numeralsOf } from '../../../src/search/han-numerals.ts';
import { seededRandom } from '../../support/random.ts';

test.each([
  [7, ['七']],
  [10, ['十']],
  [12, ['十二']],
  [40, ['四十']],
  [101, ['一百零一', '一〇一']],
  [110, ['一百一十', '一一〇']],
  [711, ['七百一十一', '七一一']],
  [2010, ['二千零一十', '二〇一〇']],
  [9009, ['九千零九', '九〇〇九']],
  [0, []],
  [10_000, []],
])('%d is %j', (value, numerals) => {
  expect(numeralsOf(value)).toEqual(numerals);
});

test.each(['', '十百', '三十十', '三百五', '百', '一千百', '零十', '二〇二四〇', '十零'])(
  '%j is none',
  (text) => {
    expect(numberOf(text)).toBeUndefined();
  },
);

test('every number up to 9999 is read from each of its numerals', () => {
  for (let value = 1; value <= 9999; value += 1) {
    expect(
      numeralsOf(value)
        .map(numberOf)
        .filter((read) => read !== value),
    ).toEqual([]);
    expect(numberOf(byFigures(String(value)))).toBe(value);
    expect(numberOf(byFigures(String(value)).replaceAll('〇', '零'))).toBe(value);
  }
});

test('what is read is written as numerals are', () => {
  const random = seededRandom(7);
  let read = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from({ length: random.between(1, 5) }, () =>
      random.pick([...'〇零一二三四五六七八九十百千']),
    ).join('');
    const value = numberOf(text);
    if (value === undefined || value === 0) continue;
    read += 1;
    const plain = text.replaceAll('零', '〇');
    const forms = numeralsOf(value).map((form) => form.replaceAll('零', '〇'));
    // Figure by figure a number may begin with a zero, and be of less than three figures.
    const isByFigures = !/[十百千]/.test(text);
    expect(isByFigures || forms.includes(plain.replace(/^一十/, '十')), text).toBe(true);
  }
  expect(read).toBeGreaterThan(3000);
});
