import { expect, test } from 'vitest';
import { planQuery } from '../../../src/search/query-plan.ts';
import { synonymsFrom } from '../../../src/search/synonyms.ts';

const synonymsOf = synonymsFrom([
  ['公车', '公务用车'],
  ['公车', '公务 车辆', '公务用车'],
]);

test.each([
  ['公车', ['公务用车', '公务 车辆']],
  ['“公务用车”', ['公车', '公务 车辆']],
  ['公车改革', []],
])('of %s: %j', (word, words) => {
  expect(synonymsOf(word)).toEqual(words);
});

test('a term in quotation marks, or left out, is meant as it is written', () => {
  const alike = (written: string, isQuoted: boolean) => (isQuoted ? [] : synonymsOf(written));
  const { terms, without } = planQuery('公车 "公务用车" -公务车辆', alike);
  expect(terms.map(({ forms }) => forms.length)).toEqual([3, 1]);
  expect(without.map(({ forms }) => forms.length)).toEqual([1]);
});
