import { describe, expect, test } from 'vitest';
import { byPeriod } from '../../../src/search/periods.ts';

interface Dated {
  date: string;
}

/** `perMonth` documents in each month of the years, on the days 1 to 28 in turn. */
function archive(from: number, to: number, perMonth: number): Dated[] {
  const two = (number: number) => String(number).padStart(2, '0');
  const months = Array.from({ length: (to - from + 1) * 12 }, (_, at) => at);
  return months.flatMap((at) =>
    Array.from({ length: perMonth }, (_, number) => {
      const month = `${from + Math.floor(at / 12)}-${two((at % 12) + 1)}`;
      return { date: `${month}-${two((number % 28) + 1)}` };
    }),
  );
}

const shapeOf = (shards: readonly Dated[][]) =>
  shards.map((shard) => {
    const dates = shard.map(({ date }) => date).toSorted();
    return `${dates[0]} ${dates.at(-1)} ${dates.length}`;
  });
const keysOf = (shards: readonly Dated[][]) =>
  new Set(shards.map((shard) => JSON.stringify(shard.map(({ date }) => date).toSorted())));

describe('byPeriod', () => {
  test('a small site is one shard', () => {
    expect(shapeOf(byPeriod(archive(2024, 2026, 2)))).toEqual(['2024-01-01 2026-12-02 72']);
  });

  test('blocks of years, the newest year apart, its newest days apart', () => {
    expect(shapeOf(byPeriod(archive(2016, 2026, 40)))).toEqual([
      '2026-12-01 2026-12-28 40',
      '2026-11-01 2026-11-28 40',
      '2026-10-01 2026-10-28 40',
      '2026-07-01 2026-09-28 120',
      '2026-01-01 2026-06-28 240',
      '2024-01-01 2025-12-28 960',
      '2020-01-01 2023-12-28 1920',
      '2016-01-01 2019-12-28 1920',
    ]);
  });

  test('no shard is larger than it may be', () => {
    const shards = byPeriod(archive(2006, 2026, 400));
    const sizes = shards.map(({ length }) => length);
    expect(sizes[0]).toBeLessThanOrEqual(100);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2000);
    const newest = shards.filter(([first]) => first?.date.startsWith('2026'));
    expect(Math.max(...newest.map(({ length }) => length))).toBeLessThanOrEqual(500);
  });

  test('publishing on the newest day changes one shard of no more than 100', () => {
    const before = archive(2016, 2026, 60);
    const known = keysOf(byPeriod(before));
    const changed = byPeriod([...before, { date: '2026-12-28' }]).filter(
      (shard) => !known.has(JSON.stringify(shard.map(({ date }) => date).toSorted())),
    );
    expect(changed.map(({ length }) => length <= 100)).toEqual([true]);
  });

  test('an article less in an old year leaves the other shards as they were', () => {
    const before = archive(2006, 2026, 60);
    const after = before.filter((_, at) => at !== 100);
    const known = keysOf(byPeriod(before));
    const changed = [...keysOf(byPeriod(after))].filter((key) => !known.has(key));
    expect(changed).toHaveLength(1);
  });

  test('a day with more than a shard may hold is cut', () => {
    const day = Array.from({ length: 4500 }, () => ({ date: '2020-05-05' }));
    expect(byPeriod(day).map(({ length }) => length)).toEqual([2000, 2000, 500]);
  });

  test('nothing gives no shard', () => {
    expect(byPeriod([])).toEqual([]);
  });
});
