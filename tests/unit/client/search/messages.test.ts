import { expect, test } from 'vitest';
import {
  foundMessage,
  isQuotedShort,
  noneMessage,
  notesOf,
  notWordedMessage,
  quoted,
  uncountedMessage,
} from '../../../../src/client/search/messages.ts';
import { literalOffer } from '../../../../src/client/search/literal-offer.ts';
import { offersFor } from '../../../../src/client/search/offers.ts';

const SOURCES = ['示例局办公室', '示例局驻河口镇工作队'];

test.each([
  [{ all: 12, singlePages: 0 }, 10, '找到 12 篇'],
  [{ all: 12, singlePages: 2 }, 10, '找到 10 篇，另有 2 个页面'],
  [{ all: 2, singlePages: 2 }, 2, '找到 2 篇'],
  [undefined, 10, '找到 10 篇以上'],
])('of a total of %j with %j shown', (total, shown, message) => {
  expect(foundMessage(total, shown)).toBe(message);
});

test.each([
  [
    'one term in no page',
    {},
    ['节能 车'],
    '请检查有没有错字，或者少写几个字再搜。几个词之间要加空格。',
  ],
  ['some terms in no page', {}, ['车'], '本站没有含有“车”的页面。'],
  ['terms that do not meet', {}, [], '这些词没有同时出现在一个页面里。'],
  ['a filter and a term in no page', { year: '2026' }, ['车'], '本站没有含有“车”的页面。'],
])('nothing, with %s', (_, filter, absent, hint) => {
  const asked = { query: '节能 车', order: 'relevance' as const, ...filter };
  expect(noneMessage(asked, absent)).toBe(`没有找到含有“节能 车”的内容。${hint}`);
});

test('nothing within the filters, though the site may have it', () => {
  const asked = { query: '节能', order: 'relevance' as const, year: '2026' };
  expect(noneMessage(asked, [])).toBe('没有找到：所选范围里没有含有“节能”的内容。');
});

test.each(['，', '“”', '- —', '★★', '…… 、', '%'])('of %j, that no index holds', (query) => {
  const asked = { query, order: 'relevance' as const, year: '2026' };
  expect(noneMessage(asked, [query])).toBe('标点和符号不能单独搜索，请加上要找的字。');
});

test.each(['①', '℃', '，节', 'C++', '〇', '5%'])('of %j, which may be found', (query) => {
  expect(noneMessage({ query, order: 'relevance' }, [])).toContain('没有找到含有');
});

test('of some whose number is not known', () => {
  expect(uncountedMessage(20)).toBe('找到 20 篇以上，一共多少没能数出来');
});

test('quotes the beginning of a long query', () => {
  const whole = '节'.repeat(200);
  const told = noneMessage({ query: whole, order: 'relevance' }, [whole]);
  expect(told).toContain(`没有找到含有“${'节'.repeat(30)}…”的内容。`);
  expect(noneMessage({ query: '节'.repeat(30), order: 'relevance' }, [])).not.toContain('…');
  expect([isQuotedShort(whole), isQuotedShort('节'.repeat(30))]).toEqual([true, false]);
  // A character of two units is not halved.
  expect(quoted('𠮷'.repeat(31))).toBe(`“${'𠮷'.repeat(30)}…”`);
});

test('of what is nowhere in the words, but was published in the year', () => {
  expect(notWordedMessage({ query: '2025年公务用车', order: 'relevance' })).toBe(
    '没有哪个页面的文字里写有“2025年公务用车”。',
  );
});

test('quotes a quoted query in single marks', () => {
  const asked = { query: '“节能 供暖”', order: 'relevance' as const };
  expect(noneMessage(asked, ['节能 供暖'])).toContain('没有找到含有“‘节能 供暖’”的内容。');
});

test.each([
  ['without the term that is in no page', '节能 魑魅', {}, ['魑魅'], ['去掉“魑魅”再搜 ?q=节能']],
  ['without a quoted term', '节能 "机关 事务"', {}, ['机关 事务'], ['去掉“机关 事务”再搜 ?q=节能']],
  ['without filters', '节能', { year: '2025' }, [], ['不限栏目、年份和来源再搜 ?q=节能']],
  ['the name that was meant', '图片新问', {}, ['图片新问'], ['是不是要找“图片新闻”？ ?q=图片新闻']],
  [
    'the sources that have it in their names',
    '河口镇工作',
    {},
    ['河口镇工作'],
    ['是不是要找“示例局驻河口镇工作队”？ ?q=示例局驻河口镇工作队'],
  ],
  [
    'a search without signs for anything',
    '*节能|供暖*',
    {},
    ['*节能|供暖*'],
    ['去掉标点再搜 ?q=节能+供暖'],
  ],
  ['a search without marks', '节能，供暖？', {}, ['节能，供暖？'], ['去掉标点再搜 ?q=节能+供暖']],
  ['nothing for the marks of numbers', '3,500万', {}, ['3,500万'], []],
  ['nothing of which but marks are left', '【 DROP', {}, ['DROP'], []],
  ['nothing when all of it is in no page', '魑魅', {}, ['魑魅'], []],
])('offers %s', (_, query, filter, absent, offers) => {
  const asked = { query, order: 'relevance' as const, ...filter };
  const made = offersFor(asked, absent, ['图片新闻', '通知公告', ...SOURCES], SOURCES);
  expect(made.map(({ text, address }) => `${text} ${decodeURIComponent(address)}`)).toEqual(offers);
});

test.each([
  [{}, [], [], ''],
  [{}, [{ said: '去年3月', read: '2025年3月' }], [], '（“去年3月”按2025年3月查找）'],
  [
    {},
    [],
    [{ word: '公车', others: ['公务用车', '公务车辆'] }],
    '（也查找了“公务用车”、“公务车辆”）',
  ],
  [
    { isCut: true as const },
    [{ said: '昨天', read: '2026年3月4日' }],
    [{ word: '公车', others: ['公务用车'] }],
    '（“昨天”按2026年3月4日查找；也查找了“公务用车”）（要找的字太多，只搜了前200个字）',
  ],
])('says how %j was read', (cut, dates, synonyms, notes) => {
  expect(notesOf({ query: '节能', order: 'relevance', ...cut }, dates, synonyms)).toBe(notes);
});

test('offers the words as they are written, where they were read otherwise', () => {
  const asked = { query: '公车 昨天 公车改革', order: 'date' as const, year: '2026' };
  const { text = '', address = '' } = literalOffer(asked, ['昨天', '公车']) ?? {};
  expect(text).toBe('只查找写有“昨天”、“公车”的');
  expect(new URLSearchParams(address).get('q')).toBe('"公车" "昨天" 公车改革');
  expect(address).toContain('year=2026&order=date');
  expect(literalOffer(asked, [])).toBe(undefined);
});

test('says once what a word that is asked for twice was read as', () => {
  const asked = { query: '公车 公车', order: 'relevance' as const };
  const synonyms = [1, 2].map(() => ({ word: '公车', others: ['公务用车'] }));
  expect(notesOf(asked, [], synonyms)).toBe('（也查找了“公务用车”）');
  const { text = '', address = '' } = literalOffer(asked, ['公车', '公车']) ?? {};
  expect(text).toBe('只查找写有“公车”的');
  expect(new URLSearchParams(address).get('q')).toBe('"公车" "公车"');
});

test.each(['"公车', '“公车', '公车”'])('offers %s within both its marks', (query) => {
  const { text = '', address = '' } = literalOffer({ query, order: 'relevance' }, [query]) ?? {};
  expect(text).toBe('只查找写有“公车”的');
  expect(new URLSearchParams(address).get('q')).toBe('"公车"');
});
