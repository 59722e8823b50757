import { describe, expect, test } from 'vitest';
import { pictureOf, renditionsOf, widthsOf } from '../../../src/images/renditions.ts';

describe('widthsOf', () => {
  test.for([
    { width: 4000, height: 3000, widths: [480, 960, 1600], why: 'a camera picture' },
    { width: 1600, height: 1067, widths: [480, 960, 1600], why: 'exactly the largest' },
    { width: 1200, height: 800, widths: [480, 960, 1200], why: 'its own width instead of 1600' },
    { width: 1000, height: 800, widths: [480, 1000], why: '960 would save nobody anything' },
    { width: 600, height: 400, widths: [480, 600], why: 'just worth a second file' },
    { width: 599, height: 400, widths: [599], why: 'just not' },
    { width: 480, height: 300, widths: [480], why: 'a step itself' },
    { width: 20, height: 20, widths: [20], why: 'an emblem' },
    { width: 1080, height: 20_000, widths: [480, 884], why: 'taller than WebP can be' },
    { width: 1, height: 40_000, widths: [1], why: 'a line' },
  ])('$width×$height → $widths: $why', ({ width, height, widths }) => {
    expect(widthsOf({ width, height })).toEqual(widths);
  });
});

const names = (kind: 'photo' | 'drawing' | 'animation'): string[] =>
  renditionsOf({ key: 'abc', width: 2000, height: 1000, kind }).map(({ name }) => name);

describe('renditionsOf', () => {
  test.for([
    {
      kind: 'photo' as const,
      expected: ['abc-480.webp', 'abc-960.webp', 'abc-1600.webp', 'abc-960.jpg', 'abc-1600.jpg'],
    },
    {
      kind: 'drawing' as const,
      expected: ['abc-480.webp', 'abc-960.webp', 'abc-1600.webp', 'abc-960.png', 'abc-1600.png'],
    },
    { kind: 'animation' as const, expected: ['abc-960.webp'] },
  ])('a $kind becomes $expected', ({ kind, expected }) => {
    expect(names(kind)).toEqual(expected);
  });
});

describe('pictureOf', () => {
  test('addresses begin with the base path; the size is that of the largest rendition', () => {
    const facts = { key: 'abc', width: 4000, height: 3001, kind: 'photo' as const };
    expect(pictureOf(facts, '/jgsw/')).toEqual({
      width: 1600,
      height: 1200,
      src: '/jgsw/_images/abc-960.jpg',
      srcset: '/jgsw/_images/abc-960.jpg 960w, /jgsw/_images/abc-1600.jpg 1600w',
      webpSrcset:
        '/jgsw/_images/abc-480.webp 480w, /jgsw/_images/abc-960.webp 960w, /jgsw/_images/abc-1600.webp 1600w',
    });
  });

  test('an animation has no alternative form', () => {
    expect(pictureOf({ key: 'abc', width: 100, height: 80, kind: 'animation' }, '/')).toEqual({
      width: 100,
      height: 80,
      src: '/_images/abc-100.webp',
      srcset: '/_images/abc-100.webp 100w',
      webpSrcset: '',
    });
  });
});
