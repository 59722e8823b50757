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

/** What Pagefind is told that documents and queries are in: no language, so that it cuts nothing and stems nothing. */
export const INDEX_LANGUAGE = 'und';

/** The filters of the index and of the search page. */
export const FILTERS = { column: '栏目', year: '年份', source: '来源' } as const;

export type FilterName = keyof typeof FILTERS;
export const FILTER_NAMES: readonly FilterName[] = ['column', 'year', 'source'];

/** A page's values in the filters; 栏目 has several (`columnValues`). */
export type FilterValues = Record<FilterName, string[]>;

/**
 * A column's value in the filter 栏目: its chain of names, `新闻资讯/图片新闻`, since two columns may share a name.
 */
export function columnValue(chain: readonly string[]): string {
  return chain.join('/');
}

/** A page has the value of its own column and of each above, so that a column's filter takes in those below. */
export function columnValues(chain: readonly string[]): string[] {
  return chain.map((_, depth) => columnValue(chain.slice(0, depth + 1)));
}

/** A document's fragment in the index: what Pagefind's `data()` gives of it. */
export interface Fragment {
  url: string;
  /** The text, as one paragraph. */
  content: string;
  meta: FragmentMeta;
}

interface FragmentMeta {
  title: string;
  /** The name of its own column. */
  column: string;
  year: string;
  source: string;
  /** `2026-03-05`. */
  date: string;
  /** For an attachment: the article that offers it. */
  article?: { url: string; title: string };
}

export function fragmentOf(document: SearchDocument): Fragment {
  const { url, title, text, columns, year, source, date, article } = document;
  return {
    url,
    content: text.replaceAll('\u200B', '').replace(/\s+/gu, ' ').trim(),
    meta: {
      title,
      column: columns.at(-1) ?? '',
      year,
      source,
      date,
      ...(article && { article }),
    },
  };
}
