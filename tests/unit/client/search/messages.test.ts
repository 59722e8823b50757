import { expect, test } from 'vitest';
import { foundMessage, noneMessage } from '../../../../src/client/search/messages.ts';

test.each([
  [12, 10, '找到 12 篇'],
  [undefined, 10, '找到 10 篇以上'],
])('of a total of %j with %j shown', (total, shown, message) => {
  expect(foundMessage(total, shown)).toBe(message);
});

test.each([
  ['one term in no page', {}, ['节能 车'], '请检查用字，或者换用更少、更短的词。'],
  ['some terms in no page', {}, ['车'], '本站没有含有“车”的页面，可以去掉它再搜。'],
  ['terms that do not meet', {}, [], '请检查用字，或者换用更少、更短的词。'],
  ['a filter', { year: '2026' }, [], '可以不限栏目和年份再搜。'],
  [
    'a filter and a term in no page',
    { year: '2026' },
    ['车'],
    '本站没有含有“车”的页面，可以去掉它再搜。',
  ],
])('nothing, with %s', (_, filter, absent, hint) => {
  const asked = { query: '节能 车', order: 'relevance' as const, ...filter };
  expect(noneMessage(asked, absent)).toBe(`没有找到含有“节能 车”的内容。${hint}`);
});
