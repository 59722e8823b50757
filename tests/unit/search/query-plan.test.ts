import { describe, expect, test } from 'vitest';
import { planQuery, type QueryPlan } from '../../../src/search/query-plan.ts';
import { termGrams } from '../../../src/search/term-grams.ts';

/** The first form of each term: as it was typed. */
const typed = ({ terms }: QueryPlan) => terms.map(({ forms }) => forms[0]?.normalised);
/** All ways to write each term. */
const ways = ({ terms }: QueryPlan) =>
  terms.map(({ forms }) => forms.map(({ normalised }) => normalised));

describe('planQuery', () => {
  test.each([
    ['one term', '机关事务', ['机关事务']],
    ['terms between spaces', ' 节能\u3000车辆 ', ['节能', '车辆']],
    ['a term once, however written', '三新 “三新”', ['三新']],
    ['quotation marks inside a term separate nothing', '“三新”要求', ['三新要求']],
    ['quotation marks around a term keep its spaces', '"机关 事务" 节能', ['机关事务', '节能']],
    ['a quotation mark left open', '"机关 事务', ['机关', '事务']],
    ['a dot in a name', '张·三', ['张三']],
    ['nothing but marks', '《》 “”', []],
    ['nothing that can be looked up', '——', ['--']],
    ['an empty query', '', []],
    ['a dash alone', '-', ['-']],
    ['marks alone between terms', '节能 - 车辆 ｜ + 食堂', ['节能', '车辆', '食堂']],
    ['a sign of figures, and a mark that is quoted', '% 能耗 "-"', ['%', '能耗', '-']],
    ['a dash of the only term', '-5℃', ['-5°c']],
  ])('%s', (_, query, terms) => {
    expect(typed(planQuery(query))).toEqual(terms);
  });

  test('keeps the written form for messages', () => {
    expect(planQuery('“三新”要求 "机关 事务"').terms.map(({ written }) => written)).toEqual([
      '“三新”要求',
      '机关 事务',
    ]);
  });

  test.each([
    ['a term', '机关 -食堂', ['机关'], ['食堂']],
    ['a quoted term', '机关 -"食堂 餐饮"', ['机关'], ['食堂餐饮']],
    ['a full-width dash', '机关 －食堂', ['机关'], ['食堂']],
    ['before the term that is wanted', '-食堂 机关', ['机关'], ['食堂']],
    ['not a dash within a term', '2019-2020', ['2019-2020'], []],
  ])('leaves out %s', (_, query, terms, without) => {
    const plan = planQuery(query);
    expect(typed(plan)).toEqual(terms);
    expect(plan.without.map(({ forms }) => forms[0]?.normalised)).toEqual(without);
  });

  test('knows each way to write a term', () => {
    const alike = (written: string) => (written === '機關' ? ['机关'] : []);
    expect(ways(planQuery('機關', alike))).toEqual([['機關', '机关']]);
    expect(ways(planQuery('12月15日'))).toEqual([['12月15日', '-12-15']]);
    expect(planQuery('機關 -機關', alike).without[0]?.forms).toHaveLength(2);
  });

  test.each([
    ['a word', '机关', [1]],
    ['a word and its simplified form', '機關', [1, 1]],
    ['a mark alone', '——', []],
    ['a day, in Chinese and in figures', '3月5日', [1, 1]],
    ['a date, with and without its year', '2026-03-05', [1, 1]],
    ['a date that is written as no other is', '2026年03月5日', [2, 1, 1]],
  ])('looks for the grams of %s', (_, query, counts) => {
    const [term] = planQuery(query, () => (query === '機關' ? ['机关'] : [])).terms;
    expect(term?.lookups.map(({ keys }) => keys.length)).toEqual(counts);
  });

  test('a date without its year in the text counts in the pages of that year', () => {
    const [term] = planQuery('2026-03-05').terms;
    expect(term?.lookups.map(({ year }) => year)).toEqual([undefined, '2026']);
  });

  test('knows where terms meet when they follow one another', () => {
    expect(planQuery('机关 事务').borders).toEqual(termGrams('关事').keys);
    expect(planQuery('机关').borders).toEqual([]);
    expect(planQuery('机关 2026').borders).toEqual([]);
  });
});
