import { expect, test } from 'vitest';
import { nearDates } from '../../../../src/client/search/near-dates.ts';
import { isDatesAlone, readSaidDates } from '../../../../src/client/search/said-dates.ts';

const NOW = new Date('2026-11-27T02:00:00Z');

/** The addresses that are offered, and everything that was asked for. */
async function near(query: string, known: readonly string[]) {
  const asked: string[] = [];
  const { dates } = readSaidDates(query, NOW);
  const offers = await nearDates({ query, order: 'date' }, dates, NOW, async (each) => {
    asked.push(each);
    return known.includes(each);
  });
  return {
    asked,
    offers: offers.map(({ text, address }) => [text, new URLSearchParams(address).get('q')]),
  };
}

test('of a day the nearest before, and after, up to today', async () => {
  const known = ['2026年11月23日', '2026年11月24日', '2026年11月27日', '2026年11月28日'];
  expect((await near('昨天', known)).offers).toEqual([
    ['看2026年11月24日的', '2026年11月24日'],
    ['看2026年11月27日的', '2026年11月27日'],
  ]);
});

test('of a week what is before its first day, and after its last', async () => {
  const known = ['2026年11月14日', '2026年11月16日', '2026年11月22日', '2026年11月24日'];
  expect((await near('上周', known)).offers).toEqual([
    ['看2026年11月14日的', '2026年11月14日'],
    ['看2026年11月24日的', '2026年11月24日'],
  ]);
});

test('of a month the nearest before', async () => {
  expect((await near('去年二月', ['2024年10月', '2024年12月'])).offers).toEqual([
    ['看2024年12月的', '2024年12月'],
  ]);
});

test('looks no further than two weeks, and half a year', async () => {
  expect((await near('今天', [])).asked).toHaveLength(14);
  expect((await near('上个月', [])).asked).toHaveLength(6);
});

test.each([
  ['昨天', true],
  ['昨天 前天', true],
  ['昨天 节能', false],
  ['节能', false],
])('%s is dates alone: %s', (query, isAlone) => {
  expect(isDatesAlone({ query }, readSaidDates(query, NOW).dates)).toBe(isAlone);
});
