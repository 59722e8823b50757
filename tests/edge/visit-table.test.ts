import { randomFillSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVisitTable } from '../../src/views/visit-table.ts';

const MILLION = 2 ** 20;

/** Two generations, as visitors.ts keeps them at most. */
const BOUND = 2 * 32 * MILLION;

test('two tables of a million take 67 MB, from the beginning to the end', () => {
  const before = process.memoryUsage().arrayBuffers;
  const taken = () => process.memoryUsage().arrayBuffers - before;
  const tables = [createVisitTable(MILLION), createVisitTable(MILLION)];
  expect(Math.abs(taken() - BOUND)).toBeLessThan(100_000);
  for (let mark = 1; mark <= MILLION; mark++) for (const table of tables) table.set(mark, mark);
  expect(tables.map(({ size }) => size)).toEqual([MILLION, MILLION]);
  expect(Math.abs(taken() - BOUND)).toBeLessThan(100_000);
});

test('a million visits are all found, and a stranger is not', () => {
  const visits = createVisitTable(MILLION);
  const random = randomFillSync(new Uint32Array(2 * MILLION));
  const marks = Array.from({ length: MILLION }, (_, index) => {
    const [high = 0, low = 0] = [random[2 * index], random[2 * index + 1]];
    return ((high % 2 ** 15) * 2 ** 32 + low) * 64 + 1;
  });
  for (const [time, mark] of marks.entries()) visits.set(mark, time);
  expect(visits.size).toBe(new Set(marks).size);
  const lastTime = new Map(marks.map((mark, time) => [mark, time]));
  expect(marks.filter((mark) => visits.get(mark) !== lastTime.get(mark))).toEqual([]);
  expect(visits.get(2)).toBe(-Infinity);
});

test('marks that meet, and those at the end, are kept apart', () => {
  const visits = createVisitTable(4);
  for (const [mark, time] of [
    [7, 0],
    [15, 1],
    [23, 2],
    [8, 3],
  ] as const) {
    visits.set(mark, time);
  }
  visits.set(15, 9);
  expect([7, 15, 23, 8, 31].map(visits.get)).toEqual([0, 9, 2, 3, -Infinity]);
  expect(visits.size).toBe(4);
});
