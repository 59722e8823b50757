/**
 * What a query must find, worked out apart from the search code: the text holds the term when marks, spaces and
 * case are left aside. A number is whole (47号 is not in 147号) and a Latin word begins where the term does.
 */
import type { SearchDocument } from '../../src/search/search-document.ts';

/** @param query one term. @returns the addresses, sorted */
export function trueAnswers(documents: readonly SearchDocument[], query: string): string[] {
  const term = plain(query);
  const pattern = new RegExp(
    (/^[0-9]/.test(term) ? '(?<![0-9])' : /^[a-z]/.test(term) ? '(?<![a-z])' : '') +
      term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') +
      (/[0-9]$/.test(term) ? '(?![0-9])' : ''),
    'u',
  );
  // 3月5日 is also 2026-03-05; the corpus has no date in figures.
  return documents
    .filter(({ title, text }) => pattern.test(plain(title)) || pattern.test(plain(text)))
    .map(({ url }) => url)
    .toSorted();
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
