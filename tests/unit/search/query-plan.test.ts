import { describe, expect, test } from 'vitest';
import { indexQuery, planQuery, type QueryPlan } from '../../../src/search/query-plan.ts';

/** The first form of each term: as it was typed. */
const typed = ({ terms }: QueryPlan) => terms.map(({ forms }) => forms[0]?.normalised);
const queries = ({ combinations }: QueryPlan) => combinations.map(indexQuery);

describe('planQuery', () => {
  test.each([
    ['one term', '机关事务', ['机关事务'], '机关 关事 事务'],
    ['terms between spaces', ' 节能\u3000车辆 ', ['节能', '车辆'], '节能 车辆'],
    ['a term once, however written', '三新 “三新”', ['三新'], '三新'],
    [
      'quotation marks inside a term separate nothing',
      '“三新”要求',
      ['三新要求'],
      '三新 新要 要求',
    ],
    [
      'quotation marks around a term keep its spaces',
      '"机关 事务" 节能',
      ['机关事务', '节能'],
      '机关 关事 事务 节能',
    ],
    ['a quotation mark left open', '"机关 事务', ['机关', '事务'], '机关 事务'],
    ['a dot in a name', '张·三', ['张三'], '张三'],
    ['nothing but marks', '《》 “”', [], undefined],
    ['nothing that can be looked up', '——', ['--'], ''],
    ['an empty query', '', [], undefined],
    ['a dash alone', '-', ['-'], ''],
    ['a dash of the only term', '-5℃', ['-5°c'], '5 c'],
  ])('%s', (_, query, terms, asked) => {
    const plan = planQuery(query);
    expect(typed(plan)).toEqual(terms);
    expect(queries(plan)[0]).toBe(asked);
  });

  test('keeps the written form for messages', () => {
    expect(planQuery('“三新”要求 "机关 事务"').terms.map(({ written }) => written)).toEqual([
      '“三新”要求',
      '机关 事务',
    ]);
  });

  test('looks up 24 tokens of a long query and no more', () => {
    const long = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    expect(queries(planQuery(long))[0]?.split(' ')).toHaveLength(24);
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
    expect(plan.without).toEqual(without);
  });

  test('asks for each way to write a term, in all combinations, up to eight', () => {
    const alike = (written: string) => (written === '機關' ? ['机关'] : []);
    expect(queries(planQuery('機關', alike))).toEqual(['機關', '机关']);
    expect(queries(planQuery('機關 12月15日', alike))).toHaveLength(4);
    expect(queries(planQuery('2026-03-05 3月6日'))).toHaveLength(8);
  });
});
