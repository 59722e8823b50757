import { expect, test } from 'vitest';
import {
  numberAlone,
  numberForms,
  numberOfNoYear,
  numeralForms,
} from '../../../src/search/document-numbers.ts';
import { textGrams } from '../../../src/search/grams.ts';
import { numeralsOf } from '../../../src/search/han-numerals.ts';
import { normalise } from '../../../src/search/normalise.ts';
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

test.each([
  ['国令第711号', ['国令第七百一十一号', '国令第七一一号']],
  ['国令第七一一号', ['国令第711号', '国令第七百一十一号']],
  ['第12号令', ['第十二号令']],
  ['第十二号', ['第12号']],
  ['第十百号', []],
  ['〔二〇二四〕四十五号', ['〔2024〕45号']],
  ['示机管发〔二〇二四〕四十五号', ['示机管发〔2024〕45号']],
  ['二〇二四年第三号', ['二〇二四年第3号', '2024年第3号', '〔2024〕3号', '2024年3号']],
  ['〔2024〕45号', []],
  ['十二号楼', []],
])('%s is, in other numerals, %j', (term, forms) => {
  expect(numeralForms(term)).toEqual(forms);
});

test('an order is found in whichever numerals it and the query are, by grams of its text', () => {
  for (let value = 1; value <= 9999; value += 37) {
    const ways = [String(value), ...numeralsOf(value)].map((numeral) => `第${numeral}号`);
    for (const asked of ways) {
      const plan = planQuery(asked);
      for (const written of [...ways, `示机管发〔2026〕${value}号`]) {
        const text = normalise(`依照国务院令（${written}）办理。`);
        const keys = new Set<number>();
        textGrams(text, (key) => keys.add(key));
        const isLookedUp = plan.terms[0]?.lookups.some((it) =>
          it.keys.every((key) => keys.has(key)),
        );
        const isFound = isAnswer({ title: '', text, source: '', date: '' }, plan);
        expect([asked, written, isLookedUp, isFound]).toEqual([asked, written, true, true]);
      }
      const other = normalise(`第${value + 1}号令和${value}号楼，3月${value}号。`);
      expect(isAnswer({ title: '', text: other, source: '', date: '' }, plan)).toBe(false);
    }
  }
});

test('a number in quotation marks is meant as it is written', () => {
  expect(planQuery('"第12号"').terms[0]?.forms).toEqual([{ normalised: '第12号' }]);
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

test.each([
  ['示机管发59号', '示机管发 第59号'],
  ['示机管函第７号', '示机管函 第7号'],
  ['示机管发〔2026〕59号', undefined],
  ['示机管发2026年59号', undefined],
  ['59号', undefined],
  ['节能', undefined],
])('%s is the number of a document whose year was left out: %s', (term, number) => {
  expect(numberOfNoYear(term)).toBe(number);
});

test('it is found by that', () => {
  const text = normalise('示例自治区机关事务管理局文件 示机管发〔2026〕59号');
  const page = { title: '', text, source: '', date: '2026-03-05' };
  const isFound = (query: string) => isAnswer(page, planQuery(query));
  expect([isFound('示机管发59号'), isFound('示机管发 第59号')]).toEqual([false, true]);
  expect(isFound('示机管发 第5号')).toBe(false);
});
