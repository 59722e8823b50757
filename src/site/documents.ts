/** Official documents (公文) of a site beside each other: 解读 and 原文, what replaced what, and the register (文件目录). */
import type { Article } from '../model/article.ts';
import { nameInAddress } from '../model/article-name.ts';
import { byNumber, numberKey } from '../model/document-number.ts';
import type { OfficialDocument } from '../model/official-document.ts';
import { yearOfDate } from './dates.ts';
import { renamed } from './ledger/lasting.ts';
import type { Site } from './site.ts';

/** An article that publishes a document. */
export type DocumentArticle = Article & { document: OfficialDocument };

interface Index {
  formerIds: ReadonlyMap<string, string>;
  byNumber: ReadonlyMap<string, Article>;
  /** By the id of the article that they explain, newest first. */
  interpretations: ReadonlyMap<string, readonly Article[]>;
}

const made = new WeakMap<Site, Index>();

function indexOf(site: Site): Index {
  const known = made.get(site);
  if (known) return known;
  const numbers = new Map<string, Article>();
  for (const article of site.content.articles) {
    const number = article.document?.number;
    if (number !== undefined) numbers.set(numberKey(number), article);
  }
  const index = {
    formerIds: formerIds(site),
    byNumber: numbers,
    interpretations: new Map<string, Article[]>(),
  };
  for (const article of site.content.articles) {
    const id = article.explains && named(site, index, article.explains)?.id;
    if (id === undefined || id === '') continue;
    const others = index.interpretations.get(id);
    if (others) others.push(article);
    else index.interpretations.set(id, [article]);
  }
  made.set(site, index);
  return index;
}

const idsOf = new WeakMap<object, ReadonlyMap<string, string>>();

/** The ids that articles of the site had before they were renamed, with those that they have. */
export function formerIds({ lasting }: Pick<Site, 'lasting'>): ReadonlyMap<string, string> {
  const known =
    idsOf.get(lasting) ??
    new Map([...renamed(lasting)].map(([was, { to }]) => [was, nameInAddress(to)]));
  idsOf.set(lasting, known);
  return known;
}

/** The published article that staff mean by an id, a former id, or the number of a document. */
function named(
  site: Site,
  { formerIds: former, byNumber: numbers }: Pick<Index, 'formerIds' | 'byNumber'>,
  written: string,
): Article | undefined {
  const article =
    site.find(written) ?? site.find(former.get(written) ?? '') ?? numbers.get(numberKey(written));
  return article?.withdrawn ? undefined : article;
}

/** 相关解读 of an article, newest first. */
export function interpretationsOf(site: Site, { id }: Article): readonly Article[] {
  return indexOf(site).interpretations.get(id) ?? [];
}

/** 原文 of an interpretation, where readers can open it. */
export function originalOf(site: Site, { explains }: Article): Article | undefined {
  return explains === undefined ? undefined : named(site, indexOf(site), explains);
}

/** What replaced a document: an article of the site, or the number of a document that is elsewhere. */
export function replacementOf(
  site: Site,
  { document }: Article,
): { article: Article } | { number: string } | undefined {
  const written = document?.replacedBy;
  if (written === undefined) return undefined;
  const article = named(site, indexOf(site), written);
  // The id of an article that is hidden is no word for readers.
  return article ? { article } : /^\d{8}-/.test(written) ? undefined : { number: written };
}

/** The documents of a column and of those below it. */
export function documentsIn(site: Site, slug: string): DocumentArticle[] {
  return site.articlesIn(slug).filter(isDocument);
}

export function isDocument(article: Article): article is DocumentArticle {
  return article.document !== undefined;
}

/** By the year of 成文日期, the newest first; within it by number, those without one by day. */
export function byYear(documents: readonly DocumentArticle[]): Map<string, DocumentArticle[]> {
  const groups = Map.groupBy(documents, ({ document }) => yearOfDate(document.signed));
  const years = [...groups].toSorted(([a], [b]) => (a < b ? 1 : -1));
  return new Map(years.map(([year, list]) => [year, list.toSorted(inRegister)]));
}

/** What has no theme; its digest is in the address of a page. Readers see the site's own word. */
export const NO_THEME = '其他';

/** By 主题分类, the one with most documents first and 其他 last; within it the newest first, of one day by number. */
export function byTheme(documents: readonly DocumentArticle[]): Map<string, DocumentArticle[]> {
  const groups = Map.groupBy(documents, ({ document }) => document.theme ?? NO_THEME);
  const themes = [...groups].toSorted(([a, first], [b, second]) => {
    if ((a === NO_THEME) !== (b === NO_THEME)) return a === NO_THEME ? 1 : -1;
    return second.length - first.length || (a < b ? -1 : 1);
  });
  return new Map(
    themes.map(([theme, list]) => [
      theme,
      list.toSorted((a, b) => compare(b.document.signed, a.document.signed) || inRegister(a, b)),
    ]),
  );
}

function inRegister(a: DocumentArticle, b: DocumentArticle): number {
  const order = byNumber(a.document.number, b.document.number);
  if (order !== 0) return order;
  return compare(a.document.signed, b.document.signed) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
