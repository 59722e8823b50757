import { expect, test } from 'vitest';
import { numberAlone, numberForms } from '../../../src/search/document-numbers.ts';
import { planQuery } from '../../../src/search/query-plan.ts';
import { isAnswer } from '../../../src/search/verify.ts';

test.each([
  ['示机管发2026年12号', ['示机管发〔2026〕12号', '示机管发2026年第12号']],
  ['2026年12号', ['〔2026〕12号', '2026年第12号']],
  ['2026年第12号', ['〔2026〕12号', '2026年12号']],
  ['〔2026〕12号', []],
  ['2026年3月12号', []],
  ['12号', []],
  ['机关', []],
])('%s is also %j', (term, forms) => {
  expect(numberForms(term)).toEqual(forms);
});

const TEXT = '根据示机管发2026 12号和2025年第7号公告,报12号楼。';

test.each([
  ['示机管发2026年12号', true],
  ['2026年12号', true],
  ['〔2026〕12号', true],
  ['[2026]12号', true],
  ['2026 12号', true],
  ['2025年7号', true],
  ['2026年2号', false],
  ['2025年12号', false],
  ['〔2025〕7号', false],
  ['示机管发〔2026〕2号', false],
])('the document is found by %s: %j', (query, isFound) => {
  const page = { title: '', text: TEXT, source: '', date: '' };
  expect(isAnswer(page, planQuery(query))).toBe(isFound);
});

test('a document with the number comes before one that has year and number apart', () => {
  expect(planQuery('2026 12号').borders).toEqual(
    planQuery('〔2026〕12号').terms[0]?.lookups[0]?.keys,
  );
  expect(planQuery('节能 12号').borders).toEqual([]);
});

test.each([
  ['26号文件', '26号'],
  ['〔2026〕26号文', '〔2026〕26号'],
  ['第3号公告', '第3号'],
  ['26号', undefined],
  ['红头文件', undefined],
])('%s names %s', (term, number) => {
  expect(numberAlone(term)).toBe(number);
});
