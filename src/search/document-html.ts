/** A document in the form that Pagefind reads: HTML with its own data attributes. */
import {
  ARTICLE_FIELD,
  columnValue,
  dateMeta,
  EXTRA_FIELD,
  FILTERS,
  type SearchDocument,
} from './search-document.ts';
import { extraTokens } from './tokens.ts';

/**
 * `lang` makes Pagefind cut Chinese words; the title is an `<h1>` of the body, so it is indexed as words and
 * weighs more. The text has no element around it: Pagefind would end that with a full stop of its own.
 *
 * @param everyCharacter whether a query of one character finds the document by its text, not by its title alone
 */
export function documentHtml(document: SearchDocument, everyCharacter = false): string {
  const { columns, year, source, date, article } = document;
  const title = plain(document.title);
  const text = plain(document.text);
  const chains = columns.map((_, depth) => columnValue(columns.slice(0, depth + 1)));
  return [
    '<html lang="zh-CN"><body>',
    `<main data-pagefind-body><h1>${escape(title)}</h1>${escape(text)}</main>`,
    ...chains.map((chain) => field('filter', FILTERS.column, chain)),
    field('filter', FILTERS.year, year),
    field('filter', FILTERS.source, source),
    field('sort', 'date', date),
    field('meta', 'date', dateMeta(date)),
    field('meta', EXTRA_FIELD, extraTokens(title, text, everyCharacter).join(' ')),
    article ? field('filter', ARTICLE_FIELD, `${article.url} ${plain(article.title)}`) : '',
    '</body></html>',
  ].join('');
}

/** Spaces as Pagefind will have them, so that the reader side can tell the title from the text after it. */
function plain(text: string): string {
  return text.replaceAll('\u200B', '').replace(/\s+/gu, ' ').trim();
}

function field(kind: 'filter' | 'sort' | 'meta', name: string, value: string): string {
  return `<i data-pagefind-${kind}="${name}">${escape(value)}</i>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
