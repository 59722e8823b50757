import { expect, test } from 'vitest';
import { normalise } from '../../../src/search/normalise.ts';
import { tokensOf } from '../../../src/search/tokens.ts';
import { presenceTriples, triplesIn } from '../../../src/search/triples.ts';

test('three Han characters in a row, across what is no word of the text, and not across punctuation', () => {
  expect([...presenceTriples('机关事务', '“三新”要求，要办3月')]).toEqual([
    '机关事',
    '关事务',
    '三新要',
    '新要求',
  ]);
});

test('a run that begins with the character that the one before it ended with makes none', () => {
  expect([...presenceTriples('', '看看，看见')]).toEqual([]);
});

test.each([
  ['机关事务', ['机关事', '关事务']],
  ['机关', []],
  ['3月5日', []],
  ['国办发〔2017〕47号文件', ['国办发', '2017 47', '号文件']],
  ['2026-03-05', ['2026 03', '03 05']],
  ['GB/T 37668—2019', ['37668 2019']],
])('what a page that holds %s must have', (term, triples) => {
  for (const row of tokensOf(normalise(term)).phrases) expect(triplesIn(row)).toEqual(triples);
  expect([...presenceTriples('', `${term}。`)]).toEqual(expect.arrayContaining(triples));
});
