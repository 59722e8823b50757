import { expect, test } from 'vitest';
import { periodsOf } from '../../../../src/search/index/periods.ts';

test('the newest day with what has no date, the rest of its year, all older years', () => {
  const dates = ['2023-05-01', '2025-12-31', '2026-01-01', '2026-03-04', '2026-03-05', ''];
  const periods = periodsOf(dates.map((date) => ({ date })));
  expect(
    periods.map(({ documents, isOpen }) => [isOpen, documents.map(({ date }) => date)]),
  ).toEqual([
    [false, ['2023-05-01', '2025-12-31']],
    [false, ['2026-01-01', '2026-03-04']],
    [true, ['2026-03-05', '']],
  ]);
});

test('no period is empty', () => {
  expect(periodsOf([])).toEqual([]);
  expect(periodsOf([{ date: '' }])).toEqual([{ documents: [{ date: '' }], isOpen: true }]);
  expect(periodsOf([{ date: '2026-03-05' }])).toHaveLength(1);
});
