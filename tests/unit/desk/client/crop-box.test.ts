import { expect, it } from 'vitest';
import {
  LAST_CORNER,
  largest,
  moved,
  stretched,
  turned,
} from '../../../../src/desk/client/crop-box.ts';
import type { Box } from '../../../../src/desk/client/crop-box.ts';
import { seededRandom } from '../../../support/random.ts';

const SIZE = { width: 800, height: 600 };
const BOX: Box = { left: 100, top: 50, width: 400, height: 300 };

it.each([
  ['any', undefined, [0, 0, 800, 600]],
  ['16:9', 16 / 9, [0, 75, 800, 450]],
  ['1:2', 1 / 2, [250, 0, 300, 600]],
])('the largest of ratio %s', (_, ratio, [left, top, width, height]) => {
  expect(largest(SIZE, ratio)).toEqual({ left, top, width, height });
});

it('moves as far as the picture reaches', () => {
  expect(moved(BOX, SIZE, -7.4, 12)).toEqual({ ...BOX, left: 93, top: 62 });
  expect(moved(BOX, SIZE, 9e9, -9e9)).toEqual({ ...BOX, left: 400, top: 0 });
});

it.each([
  ['its last corner', LAST_CORNER, 10, -20, undefined, [100, 50, 410, 280]],
  [
    'its first corner, whose opposite stays',
    { x: 0, y: 0 } as const,
    -30,
    10,
    undefined,
    [70, 60, 430, 290],
  ],
  ['keeps a ratio where it is made wider', LAST_CORNER, 40, 0, 4 / 3, [100, 50, 440, 330]],
  ['keeps a ratio where it is made lower', LAST_CORNER, 0, -30, 4 / 3, [100, 50, 360, 270]],
  ['no further than the lower edge lets a ratio', LAST_CORNER, 9e9, 0, 4 / 3, [100, 50, 700, 525]],
  ['never to nothing', LAST_CORNER, -9e9, -9e9, undefined, [100, 50, 16, 16]],
  ['never to nothing by a ratio', LAST_CORNER, -9e9, 0, 16 / 9, [100, 50, 28, 16]],
])('is stretched by %s', (_, corner, across, down, ratio, [left, top, width, height]) => {
  expect(stretched(BOX, SIZE, corner, { across, down, ratio })).toEqual({
    left,
    top,
    width,
    height,
  });
});

it('four turns to one side, or one to each, are none', () => {
  const right = turned(BOX, SIZE, true);
  expect(right).toEqual({ left: 250, top: 100, width: 300, height: 400 });
  const other = { width: SIZE.height, height: SIZE.width };
  expect(turned(right, other, false)).toEqual(BOX);
  let box = BOX;
  for (const size of [SIZE, other, SIZE, other]) box = turned(box, size, true);
  expect(box).toEqual(BOX);
});

it('whatever is done, it stays in the picture, in whole pixels', () => {
  const random = seededRandom(7);
  const number = (most: number): number => random.between(0, most - 1);
  for (let round = 0; round < 200; round += 1) {
    const size = { width: 1 + number(900), height: 1 + number(900) };
    let box = largest(size);
    for (let step = 0; step < 20; step += 1) {
      const [across, down] = [number(1200) - 600.5, number(1200) - 600.5];
      const ratio = [undefined, 4 / 3, 16 / 9, size.width / size.height][number(4)];
      const corner = { x: number(2) as 0 | 1, y: number(2) as 0 | 1 };
      box =
        step % 2 === 0
          ? moved(box, size, across, down)
          : stretched(box, size, corner, { across, down, ratio });
      const { left, top, width, height } = box;
      expect([left, top, width, height].every(Number.isInteger)).toBe(true);
      expect(Math.min(left, top, width - 1, height - 1)).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(size.width);
      expect(top + height).toBeLessThanOrEqual(size.height);
    }
  }
});
