/** A document in the form that Pagefind reads: HTML with its own data attributes. */
import { normalise } from '../normalise.ts';
import { columnValues, FILTERS, INDEX_LANGUAGE, type SearchDocument } from '../search-document.ts';
import { indexWords, singleCharacters } from '../tokens.ts';

/**
 * Its words between spaces. In a language that Pagefind does not know it takes them as they are; the title is also
 * what it reports of a result as the field in which a word stood.
 *
 * @param everyCharacter whether a query of one character finds the document by its text, not by its title alone
 */
export function documentHtml(document: SearchDocument, everyCharacter = false): string {
  const { columns, year, source, date } = document;
  const [title, text] = [normalise(document.title), normalise(document.text)];
  const single = singleCharacters(everyCharacter ? title + text : title);
  return [
    `<html lang="${INDEX_LANGUAGE}"><body><main data-pagefind-body>`,
    `<h1>${indexWords(title).join(' ')}</h1> ${[...indexWords(text), ...single].join(' ')}`,
    '</main>',
    ...columnValues(columns).map((value) => field('filter', FILTERS.column, value)),
    field('filter', FILTERS.year, year),
    field('filter', FILTERS.source, source),
    field('sort', 'date', date),
    '</body></html>',
  ].join('');
}

function field(kind: 'filter' | 'sort', name: string, value: string): string {
  return `<i data-pagefind-${kind}="${name}">${escape(value)}</i>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
