import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/search/normalise.ts';
import {
  indexWords,
  presenceTokenOf,
  presenceTokens,
  singleCharacters,
  tokensOf,
} from '../../../src/search/tokens.ts';

describe('indexWords', () => {
  test.each([
    [
      'a Han run: a bigram at each place, the last character where it ends',
      '机关事务',
      '机关 关事 事务 务',
    ],
    ['runs apart', '机关，事务。', '机关 关 事务 务'],
    ['across quotation marks and the dot of a name', '“三新”要·求', '三新 新要 要求 求'],
    ['a number with a mark of its own', '5.8', 'ǂ5 ǂ8'],
    ['numbers and their Han neighbours at one place', '3月5日', 'ǂ3/3月 月/月5 ǂ5/5日 日'],
    ['a number apart from the Han before it', '增长，58', '增长 长 ǂ58'],
    ['full-width forms', 'ＧＢ２０２１', 'gb ǂ2021'],
    ['Latin beside Han', 'A4纸', 'a ǂ4/4纸 纸'],
    ['nothing of punctuation', '——%', ''],
    ['characters beyond the basic plane', '𠮷林', '𠮷林 林'],
  ])('%s: %s', (_, text, words) => {
    expect(indexWords(normalise(text)).join(' ')).toBe(words);
  });
});

describe('tokensOf', () => {
  const shown = (term: string) => {
    const { phrases, beginnings, proves } = tokensOf(normalise(term));
    const rows = [...phrases.map((row) => row.join(' ')), ...beginnings.map((word) => `${word}*`)];
    return [rows.join(' | '), proves];
  };

  test.each([
    ['bigrams of a Han run, one after the other', '机关事务', '机关 关事 事务', true],
    ['one character, also as the beginning of words', '局', '局*', true],
    ['a bare number', '2026', 'ǂ2026', true],
    ['a date with its Han characters', '3月5日', '3月 月5 5日', true],
    ['a number at the end', '国办发2017', '国办 办发 发2017', true],
    ['a number at the beginning', '47号文件', '47号 号文 文件', true],
    [
      'a document number, whose numbers have a gap',
      '国办发〔2017〕47号',
      '国办 办发 发2017 ǂ2017 47号',
      false,
    ],
    ['pieces around punctuation', '除执，执法', '除执 | 执法', false],
    ['no single character beside others', '定。除执', '除执', false],
    ['a date in figures', '2026-03-05', 'ǂ2026 ǂ03 ǂ05', false],
    ['Latin words, the last also as the beginning of others', 'GB/T', 'gb | t*', false],
    ['Latin before a number', 'GB37668', 'gb ǂ37668', false],
    ['Latin beside Han', 'A4纸张', 'a 4纸 纸张', false],
    ['Han before Latin', '用纸A', '用纸 | a*', false],
    ['nothing of punctuation', '——%', '', false],
  ])('%s: %s', (_, term, rows, proves) => {
    expect(shown(term)).toEqual([rows, proves]);
  });

  test('asks for 24 words of a long term and no more, and then proves nothing', () => {
    const long = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    const { phrases, proves } = tokensOf(long);
    expect(phrases[0]).toHaveLength(24);
    expect(proves).toBe(false);
  });

  test('every row that a term asks for stands in the words of a text that holds it', () => {
    const text = '国办发〔2017〕47号文件于3月5日印发，A4纸张共12页。';
    const words = indexWords(normalise(text)).map((word) => word.split('/'));
    for (const term of [
      '国办发',
      '发〔2017〕47号',
      '47号文',
      '3月5日印',
      '月5',
      '纸张共12',
      '12页',
    ]) {
      for (const row of tokensOf(normalise(term)).phrases) {
        const starts = words.findIndex((_, at) =>
          row.every((token, which) => words[at + which]?.includes(token)),
        );
        expect(starts, `${term}: ${row.join(' ')}`).toBeGreaterThan(-1);
      }
    }
  });
});

test('the single characters of a text, each once', () => {
  expect(singleCharacters(normalise('看看《机关》3月'))).toEqual(['看', '机', '关', '月']);
});

test('the presence map knows what can be asked for, and Latin words by how they begin', () => {
  const tokens = presenceTokens('3月', 'Government，看');
  expect([...tokens].toSorted()).toEqual(
    ['3月', 'government', 'gov…', '月', '看', 'ǂ3'].toSorted(),
  );
  expect(presenceTokenOf('gove')).toBe('gov…');
  expect(presenceTokenOf('go')).toBeUndefined();
  expect(presenceTokenOf('局')).toBeUndefined();
});
