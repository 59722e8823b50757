import { describe, expect, test } from 'vitest';
import { planQuery } from '../../../src/search/query-plan.ts';

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
    ['nothing but marks', '《》 “”', [], ''],
    ['nothing that can be looked up', '——', ['--'], ''],
    ['an empty query', '', [], ''],
  ])('%s', (_, query, terms, indexQuery) => {
    const plan = planQuery(query);
    expect(plan.terms.map(({ normalised }) => normalised)).toEqual(terms);
    expect(plan.indexQuery).toBe(indexQuery);
  });

  test('keeps the written form for messages', () => {
    expect(planQuery('“三新”要求 "机关 事务"').terms.map(({ written }) => written)).toEqual([
      '“三新”要求',
      '机关 事务',
    ]);
  });

  test('looks up 24 tokens of a long query and no more', () => {
    const long = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    expect(planQuery(long).indexQuery.split(' ')).toHaveLength(24);
  });
});
