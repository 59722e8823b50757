import { describe, expect, test } from 'vitest';
import { planQuery } from '../../../src/search/query-plan.ts';
import { isAnswer, occurrences } from '../../../src/search/verify.ts';

describe('occurrences', () => {
  test.each([
    ['every place', '节能，再节能', '节能', [0, 4]],
    ['places that overlap', '看看看', '看看', [0, 1]],
    ['a number that is not the end of another', '11月5日和1月5日', '1月5日', [6]],
    ['a number that is not the beginning of another', '2026-03-050', '2026-03-05', []],
    ['47号 is not in 147号', '第147号', '47号', []],
    ['a number beside letters', 'iphone12', '12', [6]],
    ['a number after a gap', '发2017 47号', '47号', [6]],
    ['the beginning of a Latin word', 'express press', 'press', [8]],
    ['more of a Latin word may follow', 'gb/t', 'g', [0]],
    ['nothing for nothing', '节能', '', []],
  ])('%s', (_, text, term, places) => {
    expect(occurrences(text, term)).toEqual(places);
  });
});

const PAGE = {
  title: '机关事务',
  text: '3月5日,机关食堂开展节能检查',
  source: '示例局办公室',
  date: '2026-03-09',
};

describe('isAnswer', () => {
  test.each([
    ['each term in one of the texts', '节能 事务', true],
    ['one term in none', '节能 车辆', false],
    ['a term is not put together from two texts', '务3', false],
    ['without what is not there', '节能 -车辆', true],
    ['without what is there', '节能 -食堂', false],
    ['a date of the year', '2026-03-05', true],
    ['the same day of another year', '2025-03-05', false],
    ['the day on which it was published', '2026/3/9', true],
    ['that day of any year', '3月9日', true],
    ['another day', '2026-03-10', false],
    ['the month in which it was published', '2026年3月', true],
    ['that month in figures', '2026.03', true],
    ['another month', '2026年4月', false],
    ['days in a row, on one of which it was published', '2026年3月8日至10日', true],
    [
      'days in a row, on one of which something was that it tells without the year',
      '2026年3月4日至6日',
      false,
    ],
    ['other days in a row', '2026年3月1日至3日', false],
    ['that month of another year', '2025-03', false],
    ['its year, which is not in its text', '2026', false],
    ['without what was published in that month', '节能 -2026年3月', false],
    ['the whole name of its source', '示例局办公室 节能', true],
    ['a part of the name', '办公室', false],
    ['without its source', '节能 -示例局办公室', false],
    ['no terms', '', false],
  ])('%s', (_, query, answers) => {
    expect(isAnswer(PAGE, planQuery(query))).toBe(answers);
  });
});
