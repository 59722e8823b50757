import { expect, test } from 'vitest';
import { inOrder, planLayers } from '../../../../src/search/index/layers.ts';
import type { PlannedLayer } from '../../../../src/search/index/layers.ts';

/** So many documents, one a day. */
const documentsOf = (count: number, date = '2026-03-05') =>
  Array.from({ length: count }, (_, at) => {
    const id = `20260305-${String(at).padStart(5, '0')}`;
    return { id, key: '', date, text: '', columns: [], source: '', length: 500 };
  });
const cellsOf = ({ spans }: PlannedLayer) =>
  [...spans.from].map((from, cell) => [from, spans.end[cell] ?? 0] as const);
/** The cells in which a layer has other documents than before. */
const moved = (before: PlannedLayer | undefined, after: PlannedLayer | undefined) => {
  const was = before ? cellsOf(before) : [];
  const is = after ? cellsOf(after) : [];
  return is.filter(([from, end], cell) => from !== was[cell]?.[0] || end !== was[cell]?.[1]).length;
};

test('documents are in order by date and id; what has no date comes last', () => {
  const documents = [
    { date: '', id: '/a' },
    { date: '2026-01-02', id: 'b' },
    { date: '2026-01-02', id: 'a' },
    { date: '2025-12-31', id: 'z' },
  ];
  expect(inOrder(documents).map(({ id }) => id)).toEqual(['z', 'a', 'b', '/a']);
});

test('a small site is one layer, a larger one two, then three', () => {
  const namesOf = (count: number) => planLayers(documentsOf(count)).map(({ name }) => name);
  expect(planLayers([])).toEqual([]);
  expect(namesOf(1)).toEqual(['newest']);
  expect(namesOf(63)).toEqual(['newest']);
  expect(namesOf(64)).toEqual(['middle', 'newest']);
  expect(namesOf(1023)).toEqual(['middle', 'newest']);
  expect(namesOf(1024)).toEqual(['old', 'middle', 'newest']);
});

test.each([64, 700, 3000, 20_000])(
  'in every cell, each of %i documents is in one layer',
  (count) => {
    const layers = planLayers([...documentsOf(count), ...documentsOf(2, '')]);
    for (let cell = 0; cell < 512; cell += 1) {
      const spans = layers.map((layer) => cellsOf(layer)[cell]);
      expect(spans[0]?.[0]).toBe(0);
      expect(spans.at(-1)?.[1]).toBe(count + 2);
      for (const [at, span] of spans.slice(1).entries()) expect(span?.[0]).toBe(spans[at]?.[1]);
    }
  },
);

test('a layer has as many documents as it is made for, in the mean', () => {
  const sizes = planLayers(documentsOf(60_000)).map((layer) => {
    const cells = cellsOf(layer);
    return cells.reduce((sum, [from, end]) => sum + end - from, 0) / cells.length;
  });
  expect(sizes[1]).toBeGreaterThan(1700);
  expect(sizes[1]).toBeLessThan(2300);
  expect(sizes[2]).toBeGreaterThan(45);
  expect(sizes[2]).toBeLessThan(90);
});

test('a document more moves eight borders of the middle layer, and one of the old layer at most', () => {
  let oldMoves = 0;
  for (let count = 5000; count < 5100; count += 1) {
    const [old, middle, newest] = planLayers(documentsOf(count));
    const [oldAfter, middleAfter, newestAfter] = planLayers(documentsOf(count + 1));
    const moves = moved(old, oldAfter);
    expect(moves).toBeLessThanOrEqual(1);
    expect(moved(middle, middleAfter)).toBeLessThanOrEqual(8 + moves);
    expect([oldAfter, middleAfter, newestAfter].map((it) => it?.shape)).toEqual(
      [old, middle, newest].map((it) => it?.shape),
    );
    oldMoves += moves;
  }
  expect(oldMoves).toBeGreaterThan(0);
  expect(oldMoves).toBeLessThan(50);
});

test('a document that comes between others moves no more borders than one at the end', () => {
  const documents = documentsOf(3000);
  const between = [...documents.slice(0, 2990), ...documentsOf(1), ...documents.slice(2990)];
  const [, middle] = planLayers(documents);
  const [, after] = planLayers(between);
  expect(moved(middle, after)).toBeLessThan(120);
});
