/**
 * What a query must find, worked out apart from the search code: the text holds the term when marks, spaces and
 * case are left aside. A number is whole (47号 is not in 147号) and a Latin word begins where the term does.
 */
import type { SearchDocument } from '../../src/search/search-document.ts';

/** @returns gives the addresses that answer a query of one term */
export function truthOf(documents: readonly SearchDocument[]): (query: string) => string[] {
  const plainTexts = documents.map(({ url, title, text }) => {
    return { url, texts: [plain(title), plain(text)] };
  });
  return (query) => {
    const pattern = patternOf(plain(query));
    return plainTexts
      .filter(({ texts }) => texts.some((text) => pattern.test(text)))
      .map(({ url }) => url);
  };
}

/** 3月5日 is also 2026-03-05; the corpus has no date in figures. */
function patternOf(term: string): RegExp {
  return new RegExp(
    (/^[0-9]/.test(term) ? '(?<![0-9])' : /^[a-z]/.test(term) ? '(?<![a-z])' : '') +
      term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') +
      (/[0-9]$/.test(term) ? '(?![0-9])' : ''),
    'u',
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[—–]/g, '-')
    .replace(/(?<=[0-9])[\s〔〕()[\]"“”]+(?=[0-9])/gu, '_')
    .replace(/[\s“”‘’"'《》〈〉()〔〕[\]【】「」『』·<>{}]/gu, '')
    .replaceAll('_', ' ');
}
