import { describe, expect, test } from 'vitest';
import { holdsEvery, occurrences } from '../../../src/search/verify.ts';

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

describe('holdsEvery', () => {
  test.each([
    ['each term in one of the texts', ['机关事务', '节能'], ['节能', '事务'], true],
    ['one term in none', ['机关事务', '节能'], ['节能', '车辆'], false],
    ['a term is not put together from two texts', ['机关', '事务'], ['关事'], false],
    ['no terms', ['机关'], [], true],
  ])('%s', (_, texts, terms, holds) => {
    expect(holdsEvery(texts, terms)).toBe(holds);
  });
});
