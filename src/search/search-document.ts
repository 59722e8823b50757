/** One page, or one attachment with text in it, as the search index takes it. */
export interface SearchDocument {
  /** The address that a result links to, from the host's root (with the site's sub-path if it has one). */
  url: string;
  title: string;
  /** The page's text without markup; line breaks between paragraphs. */
  text: string;
  /** The names of its column (栏目) chain, outermost first: `['新闻资讯', '图片新闻']`. */
  columns: readonly string[];
  /** `2026`, as the year filter has it. */
  year: string;
  /** 来源. */
  source: string;
  /** `2026-03-05`. */
  date: string;
  /** For an attachment (附件): the article that offers it. `columns`, `source` and the dates are that article's. */
  article?: { url: string; title: string };
}

/** The filters of the index and of the search page. */
export const FILTERS = { column: '栏目', year: '年份', source: '来源' } as const;

/** The field of an attachment's fragment that names its article; a filter, because Pagefind does not index those. */
export const ARTICLE_FIELD = '附件';

/** The meta field of the tokens that Pagefind does not make; it gets no weight in the ranking. */
export const EXTRA_FIELD = 'x';

/**
 * A column's value in the filter 栏目: its chain of names, `新闻资讯/图片新闻`, since two columns may share a
 * name. A page has the value of its own column and of each above, so that a column's filter takes in those below.
 */
export function columnValue(chain: readonly string[]): string {
  return chain.join('/');
}

/** The name of a page's own column, from all its values in the filter 栏目. */
export function columnName(values: readonly string[]): string {
  const deepest = values.reduce((a, b) => (b.length > a.length ? b : a), '');
  return deepest.split('/').at(-1) ?? '';
}

/**
 * A date as one word that no reader types: Pagefind indexes what it is given to show, and a page of 2026-03-05
 * must not answer to 2026 by its date alone.
 */
export function dateMeta(date: string): string {
  return `d${date.replaceAll('-', '')}`;
}

/** `2026-03-05` from what `dateMeta` made. */
export function dateFromMeta(meta: string): string {
  return meta.replace(/^d(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}
