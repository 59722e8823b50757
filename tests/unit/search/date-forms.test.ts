import { expect, test } from 'vitest';
import { dateForms, isPublishedOn } from '../../../src/search/date-forms.ts';

const FULL = [
  '2026年3月5日',
  '2026年03月05日',
  '2026-03-05',
  '2026-3-5',
  '2026.03.05',
  '2026.3.5',
  '2026/03/05',
  '2026/3/5',
  '3月5日 in 2026',
  '03月05日 in 2026',
];

test.each([
  ['2026-03-05', FULL],
  ['2026/3/5', FULL],
  ['2026/03/05', FULL],
  ['2026.03.05', FULL],
  ['2026年3月5号', FULL],
  ['2026.3.5', FULL],
  ['2026年3月5日', FULL],
  ['２０２６年３月５日', FULL],
  ['3月5日', ['3月5日', '03月05日', '-03-05']],
  ['12月15日', ['12月15日', '-12-15']],
  ['2026-13-05', []],
  ['3月', []],
  ['2026年', []],
  ['2026', []],
  ['2026-13', []],
  ['2026.0', []],
  ['1899-03', []],
  ['37668-2019', []],
  ['机关', []],
])('%s', (term, forms) => {
  const found = dateForms(term).map(({ written, year }) =>
    year ? `${written} in ${year}` : written,
  );
  expect(found).toEqual(forms);
});

test.each(['2026年3月', '2026年03月', '2026年3月份', '2026-03', '2026.3', '２０２６/０３'])(
  'the month %s is in all of its days that are written with the year',
  (term) => {
    const written = dateForms(term).map((form) => form.written);
    expect(written.slice(0, 4)).toEqual(['2026年3月', '2026年03月', '2026-03-01', '2026-3-1']);
    expect(written).toContain('2026/03/31');
    expect(written).toHaveLength(2 + 9 * 6 + 22 * 6);
  },
);

test.each([
  ['2026-03-05', { year: '2026', month: 3, day: 5 }, true],
  ['2026-03-05', { year: '', month: 3, day: 5 }, true],
  ['2026-03-15', { year: '2026', month: 3, day: 5 }, false],
  ['2026-03-15', { year: '2026', month: 3 }, true],
  ['2026-11-03', { year: '2026', month: 1 }, false],
  ['2025-03-15', { year: '2026', month: 3 }, false],
  ['', { year: '', month: 3, day: 5 }, false],
])('published %s: %j, %j', (date, asked, isTrue) => {
  expect(isPublishedOn(date, asked)).toBe(isTrue);
});
