import { expect, test } from 'vitest';
import { dateForms } from '../../../src/search/date-forms.ts';

const FULL = [
  '2026年3月5日',
  '2026年03月05日',
  '2026-03-05',
  '2026-3-5',
  '2026.3.5',
  '2026/3/5',
  '3月5日 in 2026',
  '03月05日 in 2026',
];

test.each([
  ['2026-03-05', FULL],
  ['2026/3/5', FULL],
  ['2026.3.5', FULL],
  ['2026年3月5日', FULL],
  ['２０２６年３月５日', FULL],
  ['3月5日', ['3月5日', '03月05日', '-03-05']],
  ['12月15日', ['12月15日', '-12-15']],
  ['2026-13-05', []],
  ['3月', []],
  ['37668-2019', []],
  ['机关', []],
])('%s', (term, forms) => {
  const found = dateForms(term).map(({ written, year }) =>
    year ? `${written} in ${year}` : written,
  );
  expect(found).toEqual(forms);
});
