import { describe, expect, test } from 'vitest';
import { ownDateGrams } from '../../../src/search/date-grams.ts';
import { otherKey } from '../../../src/search/gram-key.ts';
import { textGrams } from '../../../src/search/grams.ts';
import { planQuery } from '../../../src/search/query-plan.ts';
import type { Lookup } from '../../../src/search/query-plan.ts';
import { placesOf } from '../../../src/search/positions.ts';
import { termGrams } from '../../../src/search/term-grams.ts';
import { isAnswer, occurrences } from '../../../src/search/verify.ts';
import { seededRandom } from '../../support/random.ts';
import { pieceOf, trickyText } from '../../support/tricky-texts.ts';

function keysOf(text: string): Map<number, number[]> {
  const places = placesOf('', text);
  const keys = new Map<number, number[]>();
  textGrams(text, (key, at) => {
    keys.set(key, [...(keys.get(key) ?? []), places[at] ?? -1]);
  });
  return keys;
}

const holds = (text: string, term: string) => occurrences(text, term).length > 0;

describe('of a term', () => {
  test('all are in every text that holds it, and one that proves is in no other', () => {
    const random = seededRandom(3);
    let [asked, held, proved] = [0, 0, 0];
    for (let round = 0; round < 4000; round += 1) {
      const text = trickyText(random, 12);
      const keys = keysOf(text);
      for (const from of [text, trickyText(random, 6)]) {
        const term = pieceOf(random, from, 8);
        const grams = termGrams(term);
        const hasAll = grams.keys.every((key) => keys.has(key));
        const isHeld = term !== '' && holds(text, term);
        asked += 1;
        if (isHeld) {
          held += 1;
          expect([text, term, hasAll]).toEqual([text, term, true]);
        }
        if (grams.proves) {
          proved += 1;
          expect([text, term, hasAll]).toEqual([text, term, isHeld]);
        }
      }
    }
    expect(Math.min(asked / 7000, held / 1500, proved / 1500)).toBeGreaterThan(1);
  });

  test('those of a row stand at its distances exactly where the row does', () => {
    const random = seededRandom(4);
    const chars = '长江经济带黄河';
    let held = 0;
    for (let round = 0; round < 3000; round += 1) {
      const draw = (length: number) =>
        Array.from({ length }, () => random.pick([...chars])).join('');
      const text = `${draw(20)}。${draw(30)}，${draw(12)}`;
      const term = round % 2 === 0 ? draw(random.between(4, 6)) : pieceOf(random, text, 11);
      const { row } = termGrams(term);
      if (!row) continue;
      const keys = keysOf(text);
      const starts = row.map(({ key, at }) => new Set((keys.get(key) ?? []).map((it) => it - at)));
      const stands = [...(starts[0] ?? [])].some((start) => starts.every((all) => all.has(start)));
      expect([text, term, stands]).toEqual([text, term, holds(text, term)]);
      if (stands) held += 1;
    }
    expect(held).toBeGreaterThan(500);
  });

  test.each([
    ['局', 1, true],
    ['机关', 1, true],
    ['机关事', 1, true],
    ['机关事务', 2, false],
    ['长江经济带生态环境保护', 3, false],
    ['47号', 1, true],
    ['3.5亿元', 1, true],
    ['c919', 1, true],
    ['gov', 1, true],
    ['government', 1, false],
    ['关，事', 1, true],
    ['国办发2017 47号', 3, false],
    ['——', 0, false],
  ])('%s: %i, and whether one proves it: %j', (term, count, proves) => {
    expect(termGrams(term)).toMatchObject({ keys: { length: count }, proves });
  });
});

describe('of a date', () => {
  const finds = (
    keys: ReadonlyMap<number, unknown>,
    { keys: asked, year }: Lookup,
    published: string,
  ) => asked.every((key) => keys.has(key)) && (year === undefined || year === published);

  test('they find what its forms say, in whatever form it stands', () => {
    const random = seededRandom(5);
    let found = 0;
    for (let round = 0; round < 4000; round += 1) {
      const text = trickyText(random, 8);
      const date = random.pick(['2026-03-05', '2026-03-15', '2026-11-05', '2025-03-05', '']);
      const [m, d] = [random.pick([3, 11]), random.pick([5, 15])];
      const query = random.pick([
        `${m}月${d}日`,
        `2026-0${m % 10}-0${d % 10}`,
        `2026年${m}月${d}日`,
        '2026/3/5',
        '2026年3月',
        '2026-03',
        `2026.${m}`,
      ]);
      const plan = planQuery(query);
      const keys = keysOf(text);
      for (const own of ownDateGrams(date)) keys.set(otherKey(own), [0]);
      const year = date.slice(0, 4);
      const [term] = plan.terms;
      const isFound = term?.lookups.some((lookup) => finds(keys, lookup, year));
      const isTrue = isAnswer({ title: '', text, source: '', date }, plan);
      expect([text, query, date, isFound]).toEqual([text, query, date, isTrue]);
      if (isTrue) found += 1;
    }
    expect(found).toBeGreaterThan(400);
  });
});
