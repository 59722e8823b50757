import { expect, test } from 'vitest';
import { periodValues, valuesOf } from '../../../src/search/filter-values.ts';

test('every document has its own values again', () => {
  const documents = Array.from({ length: 300 }, (_, at) => ({
    columns: at % 3 === 0 ? [] : ['新闻资讯', `栏目${at % 130}`],
    source: at % 7 === 0 ? '' : `单位${at % 11}`,
  }));
  const stored = JSON.parse(JSON.stringify(periodValues(documents))) as ReturnType<
    typeof periodValues
  >;
  expect(stored.known.length).toBeGreaterThan(150);
  expect(valuesOf(stored, 3, '2026')).toEqual({ column: [], year: ['2026'], source: ['单位3'] });
  expect(valuesOf(stored, 7, '')).toEqual({
    column: ['新闻资讯', '新闻资讯/栏目7'],
    year: [],
    source: [],
  });
  for (const [at, { source }] of documents.entries()) {
    expect(valuesOf(stored, at, '2026').source).toEqual(source ? [source] : []);
  }
});
