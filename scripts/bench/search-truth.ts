/**
 * What a query must find, worked out apart from the search code: the text holds the term when marks, spaces and
 * case are left aside. A number is whole (47号 is not in 147号) and a Latin word begins where the term does. A date is
 * also that of publication; a text of that year need not say the year.
 */
import type { SearchDocument } from '../../src/search/search-document.ts';

/** @returns gives the addresses that answer a query of one term */
export function truthOf(documents: readonly SearchDocument[]): (query: string) => string[] {
  const plainTexts = documents.map(({ url, title, text, date }) => {
    return { url, date, texts: [plain(title), plain(text)] };
  });
  return (query) => {
    const pattern = patternOf(plain(query));
    const asked = DATE.exec(plain(query))?.groups;
    const isDate = (date: string) => asked !== undefined && publishedAs(asked).test(date);
    const day = asked?.['day']
      ? patternOf(`${Number(asked['month'])}月${Number(asked['day'])}日`)
      : NEVER;
    const ofYear = (date: string) =>
      asked?.['year'] !== undefined && date.startsWith(asked['year']);
    return plainTexts
      .filter(
        ({ texts, date }) =>
          isDate(date) ||
          texts.some((text) => pattern.test(text) || (ofYear(date) && day.test(text))),
      )
      .map(({ url }) => url);
  };
}

/** The corpus has no date in figures, and none with its year. */
const DATE =
  /^(?:(?<year>\d{4})(?:年|[-./]))?(?<month>\d{1,2})(?:月|[-./]|$)(?:(?<day>\d{1,2})(?:日|$))?$/u;
const NEVER = /(?!)/u;

function publishedAs({ year = '\\d{4}', month = '', day }: Record<string, string>): RegExp {
  const two = (number: string) => number.padStart(2, '0');
  return new RegExp(`^${year}-${two(month)}-${day ? two(day) : '\\d\\d'}$`, 'u');
}

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
