import { describe, expect, it } from 'vitest';
import { contrast, mix, readableOn, TEXT_CONTRAST } from '../../../src/model/contrast.ts';

describe('contrast', () => {
  // Figures of the WebAIM contrast checker.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#595959', 7],
    ['#ff0000', '#ffffff', 4],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %d', (first, second, ratio) => {
    expect(contrast(first, second)).toBeCloseTo(ratio, 2);
  });
});

it.each([
  [0, '#ffffff'],
  [0.5, '#808080'],
  [1, '#000000'],
])('black mixed into white by %d is %s', (share, mixed) => {
  expect(mix('#000000', '#ffffff', share)).toBe(mixed);
});

describe('the nearest readable shade', () => {
  it('is the colour itself when it can be read', () => {
    expect(readableOn('#a3201d', '#000000', ['#ffffff'])).toBe('#a3201d');
  });

  it('is just dark enough', () => {
    const shade = readableOn('#e60012', '#000000', ['#f6f4f0']);
    expect(contrast(shade, '#f6f4f0')).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    expect(contrast(shade, '#f6f4f0')).toBeLessThan(TEXT_CONTRAST + 0.1);
  });

  it('is not to be had on black, white and grey at once', () => {
    expect(() => readableOn('#888888', '#000000', ['#000000', '#ffffff', '#767676'])).toThrow(
      'No shade of #888888',
    );
  });
});
