import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/search/normalise.ts';
import { extraTokens, queryTokens } from '../../../src/search/tokens.ts';

describe('queryTokens', () => {
  test.each([
    ['bigrams of a Han run', '机关事务', ['机关', '关事', '事务']],
    ['each bigram once', '看看看', ['看看']],
    ['one character, also as the beginning of words', '局', ['局*']],
    ['no single character beside other tokens', '定。除执法', ['除执', '执法']],
    ['a date with its Han characters', '3月5日', ['3月', '月5', '5日']],
    ['a bare number', '2026', ['2026']],
    ['a date in figures', '2026-03-05', ['2026', '03', '05']],
    ['a document number', '国办发〔2017〕47号', ['国办', '办发', '发2017', '47号']],
    ['Latin words, also as the beginning of others', 'GB/T 37668', ['gb*', 't*', '37668']],
    ['Latin beside Han', 'A4纸', ['a*', '4纸']],
    ['a number apart from the Han before it', '增长，58', ['增长', '58']],
    ['nothing of punctuation', '——%', []],
  ])('%s', (_, term, tokens) => {
    const shown = queryTokens(normalise(term)).map(({ text, whole }) =>
      whole ? text : `${text}*`,
    );
    expect(shown).toEqual(tokens);
  });
});

describe('extraTokens', () => {
  test.each([
    ['nothing that Pagefind makes itself', '', '事务管理，理事。', []],
    ['bigrams across quotation marks', '', '“三新”要求。求新', ['新要']],
    ['bigrams across the dot of a name', '', '库尔班江·萨迪克', ['克', '江萨']],
    ['the last character of a run that begins nothing else', '', '管理局', ['局']],
    ['numbers with their Han neighbours', '', '3月5日', ['3月', '5日', '月5']],
    ['numbers inside punctuation', '', '5.8', ['5', '8']],
    ['full-width numbers', '', '２０２１', ['2021']],
    ['parts of a standard number', '', 'GB/T 37668—2019', ['2019', '37668', 'gb', 't']],
    ['each character of the title', '机关', '', ['关', '机']],
    ['bigrams that the text makes are not repeated for the title', '“机”关', '机关', ['关', '机']],
  ])('%s', (_, title, text, tokens) => {
    expect(extraTokens(title, text)).toEqual(tokens);
  });
});
