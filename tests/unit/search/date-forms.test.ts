import { expect, test } from 'vitest';
import { dateForms, datesIn, isPublishedOn } from '../../../src/search/date-forms.ts';

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

const inFigures = (term: string) =>
  datesIn(term).map(({ year, month, day }) => [year, month, day].join('-'));

test.each([
  ['2026年11月16日至18日', ['2026-11-16', '2026-11-17', '2026-11-18']],
  ['2026年11月30日到12月1日', ['2026-11-30', '2026-12-1']],
  ['2026年12月31日—2027年1月1日', []],
  ['2026年12月31日-2027年1月1日', ['2026-12-31', '2027-1-1']],
  ['2028年2月28日至3月1日', ['2028-2-28', '2028-2-29', '2028-3-1']],
  ['2026年11月16日至23日', []],
  ['2026年11月16日至16日', []],
  ['2026年11月18日至16日', []],
  ['2026年11月30日至31日', []],
  ['2026年11月16日', ['2026-11-16']],
  ['机关至会议', []],
])('days in a row: %s', (term, days) => {
  expect(inFigures(term)).toEqual(days);
});

test('days in a row are looked for with their year alone', () => {
  expect(dateForms('2026年11月30日至12月1日').map(({ written }) => written)).toEqual([
    '2026年11月30日',
    '2026-11-30',
    '2026.11.30',
    '2026/11/30',
    '2026年12月1日',
    '2026年12月01日',
    '2026-12-01',
    '2026-12-1',
    '2026.12.01',
    '2026.12.1',
    '2026/12/01',
    '2026/12/1',
  ]);
});
