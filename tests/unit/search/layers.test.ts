import { expect, test } from 'vitest';
import { inOrder, layersOf } from '../../../src/search/layers.ts';

/** So many documents of a day each. */
const aDay = (date: string, count = 1, from = 0) =>
  Array.from({ length: count }, (_, at) => ({
    date,
    id: `${date}-${String(at + from).padStart(4, '0')}`,
  }));
const datesOf = (layers: readonly { date: string }[][]) =>
  layers.map((layer) => [layer[0]?.date, layer.at(-1)?.date, layer.length]);

test('documents are in order by date and id; what has no date comes last', () => {
  const documents = [
    { date: '', id: '/a' },
    { date: '2026-01-02', id: 'b' },
    { date: '2026-01-02', id: 'a' },
    { date: '2025-12-31', id: 'z' },
  ];
  expect(inOrder(documents).map(({ id }) => id)).toEqual(['z', 'a', 'b', '/a']);
});

test('a small site is one layer', () => {
  const documents = [...aDay('2020-01-01', 20), ...aDay('2026-11-26', 44), { date: '', id: '/a' }];
  expect(datesOf(layersOf(documents))).toEqual([['2020-01-01', '', 65]]);
  expect(layersOf([])).toEqual([]);
  expect(datesOf(layersOf([{ date: '', id: '/a' }]))).toEqual([['', '', 1]]);
});

test('the newest span of the calendar, the rest of its year, and all before it', () => {
  const documents = [
    ...aDay('2024-05-06', 300),
    ...aDay('2025-12-31', 10),
    ...aDay('2026-01-01', 60),
    ...aDay('2026-06-30', 60),
    ...aDay('2026-07-01', 30),
    ...aDay('2026-09-01', 30),
    { date: '', id: '/a' },
  ];
  expect(datesOf(layersOf(documents))).toEqual([
    ['2024-05-06', '2025-12-31', 310],
    ['2026-01-01', '2026-06-30', 120],
    ['2026-07-01', '', 61],
  ]);
});

test('one document more leaves the other layers as they are, until the span is full', () => {
  const before = [...aDay('2025-05-06', 200), ...aDay('2026-03-01', 90), ...aDay('2026-10-01', 63)];
  const [old, year] = layersOf(before);
  const more = [...before, ...aDay('2026-10-02', 1)];
  expect(layersOf(more).slice(0, 2)).toEqual([old, year]);
  const full = layersOf([...more, ...aDay('2026-10-20', 1)]);
  expect(datesOf(full)).toEqual([
    ['2025-05-06', '2025-05-06', 200],
    ['2026-03-01', '2026-10-02', 154],
    ['2026-10-20', '2026-10-20', 1],
  ]);
});

test('a day of an imported archive is never divided', () => {
  const documents = [...aDay('2026-03-05', 3000), ...aDay('2026-03-04', 2)];
  expect(datesOf(layersOf(inOrder(documents)))).toEqual([
    ['2026-03-04', '2026-03-04', 2],
    ['2026-03-05', '2026-03-05', 3000],
  ]);
});
