/** One article, single page, or attachment with text in it, as the search index takes it. */
export interface SearchDocument {
  /** The address that a result links to, from the host's root (with the site's sub-path if it has one). */
  url: string;
  title: string;
  /** The page's text without markup; line breaks between paragraphs. */
  text: string;
  /** The names of its column (栏目) chain, outermost first: `['新闻资讯', '图片新闻']`; a single page has none. */
  columns: readonly string[];
  /** 来源; '' for a single page. */
  source: string;
  /** `2026-03-05`; '' for a single page. */
  date: string;
  /** For an attachment (附件): the article that offers it. `columns`, `source` and the dates are that article's. */
  article?: { url: string; title: string };
  /** 已失效, 已废止, 已修改: of an official document (公文) that is not in force as it stands, and of what is attached to it. */
  validity?: string;
  /** 文号 of the official document that the page is; its text holds it. */
  number?: string;
}

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

/** `2026`, as the year filter has it; '' for what has no date. */
export const yearOf = (date: string) => date.slice(0, 4);

/** What is shown of a document that was found, and compared with what was asked. */
export interface FoundText {
  url: string;
  title: string;
  /** The text, as one paragraph. */
  content: string;
  /** The name of its own column. */
  column: string;
  source: string;
  date: string;
  /** For an attachment: the article that offers it. */
  article?: { url: string; title: string };
  validity?: string;
  number?: string;
}

/** The text's file before it is compressed (deflate in zlib's form): a JSON array in this order, as long as it must be. */
type StoredText = [
  url: string,
  title: string,
  content: string,
  column: string,
  source: string,
  date: string,
  ...more: [articleUrl: string, articleTitle: string, validity?: string, number?: string] | [],
];

export function storeText(document: SearchDocument): string {
  const { url, title, text, columns, source, date, article } = document;
  const { validity = '', number = '' } = document;
  const content = text.replaceAll('\u200B', '').replace(/\s+/gu, ' ').trim();
  const more = [article?.url ?? '', article?.title ?? '', validity, number];
  const last = more.findLastIndex((field) => field !== '');
  const stored = [url, title, content, columns.at(-1) ?? '', source, date];
  return JSON.stringify([...stored, ...more.slice(0, last + 1)]);
}

export function readText(json: string): FoundText {
  const [url, title, content, column, source, date, ...more] = JSON.parse(json) as StoredText;
  const [articleUrl = '', articleTitle = '', validity, number] = more;
  const own = articleUrl === '' ? {} : { article: { url: articleUrl, title: articleTitle } };
  const said = { ...(validity && { validity }), ...(number && { number }) };
  return { url, title, content, column, source, date, ...own, ...said };
}

/** The grams that a document has for filters, and for its source as a whole name. */
export function facetGrams(
  columns: readonly string[],
  source: string,
  normalSource: string,
): string[] {
  const ofSource = source ? [sourceFilterGram(source), sourceNameGram(normalSource)] : [];
  return [...columnValues(columns).map(columnGram), ...ofSource];
}

export const columnGram = (value: string) => `c${value}`;
export const sourceFilterGram = (source: string) => `s${source}`;
/** @param name normalised */
export const sourceNameGram = (name: string) => `t${name}`;
