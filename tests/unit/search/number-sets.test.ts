import { expect, test } from 'vitest';
import { difference, intersection, union } from '../../../src/search/number-sets.ts';
import { seededRandom } from '../../support/random.ts';

test('are what sets are', () => {
  const random = seededRandom(6);
  const draw = () => {
    const numbers = Array.from({ length: random.between(0, 20) }, () => random.between(0, 25));
    return [...new Set(numbers)].toSorted((a, b) => a - b);
  };
  for (let round = 0; round < 500; round += 1) {
    const [one, two] = [draw(), draw()];
    const all = Array.from({ length: 26 }, (_, number) => number);
    const [isInOne, isInTwo] = [one, two].map((set) => (it: number) => set.includes(it));
    expect(intersection(one, two)).toEqual(all.filter((it) => isInOne?.(it) && isInTwo?.(it)));
    expect(union(one, two)).toEqual(all.filter((it) => isInOne?.(it) || isInTwo?.(it)));
    expect(difference(one, two)).toEqual(all.filter((it) => isInOne?.(it) && !isInTwo?.(it)));
  }
});
