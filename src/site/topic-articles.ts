/** Which articles a section of a topic shows. */
import type { Article } from '../model/article.ts';
import { nameInAddress } from '../model/article-name.ts';
import type { TopicSection } from '../model/topic.ts';
import { USUAL_COUNT } from '../model/topic.ts';
import { findColumn } from '../rules/column-checks.ts';
import { newestFirst } from '../rules/cross-checks.ts';
import { formerIds } from './documents.ts';
import type { Site } from './site.ts';

type Asked = Pick<TopicSection, 'articles' | 'keywords' | 'category' | 'count'>;

/**
 * Those that are written one by one, in that order; else those with one of the keywords, of the column and those below it,
 * newest first. Words are sought among an article's keywords, not in its text.
 */
export function sectionArticles(site: Site, asked: Asked): readonly Article[] {
  const { articles: written, count } = asked;
  if (written?.length) {
    const listed = written.flatMap((name) => publishedArticle(site, name) ?? []);
    return [...new Set(listed)].slice(0, count);
  }
  return chosen(site, asked).slice(0, count ?? USUAL_COUNT);
}

function chosen(site: Site, { keywords, category }: Asked): readonly Article[] {
  const slug = category === undefined ? undefined : columnSlug(site, category);
  if (category !== undefined && slug === undefined) return [];
  if (!keywords?.length) {
    // Pinned ones come first in a column, and where they belong in a topic.
    return slug === undefined ? [] : site.articlesIn(slug).toSorted(newestFirst);
  }
  const known = byKeyword(site);
  const found = new Set(keywords.flatMap((word) => known.get(word) ?? []));
  const isIn = ({ column }: Article): boolean =>
    slug === undefined || site.tree.node(column).chain.some((step) => step.slug === slug);
  return [...found].filter(isIn).toSorted(newestFirst);
}

function columnSlug({ content }: Site, category: string): string | undefined {
  const meant = findColumn(category, content.columns);
  return 'column' in meant ? meant.column.slug : undefined;
}

/**
 * The article that staff mean by an id or an address of this site, also a former one; undefined when readers do not see it.
 * @param written `20260610-energy-week`, or an address
 */
export function publishedArticle(site: Site, written: string): Article | undefined {
  const name = nameInAddress(written);
  const article = site.find(name) ?? site.find(formerIds(site).get(name) ?? '');
  return article?.withdrawn ? undefined : article;
}

const indexes = new WeakMap<Site, ReadonlyMap<string, readonly Article[]>>();

function byKeyword(site: Site): ReadonlyMap<string, readonly Article[]> {
  const known = indexes.get(site);
  if (known) return known;
  const index = new Map<string, Article[]>();
  for (const article of site.content.articles) {
    for (const word of article.keywords ?? []) {
      const list = index.get(word);
      if (list) list.push(article);
      else index.set(word, [article]);
    }
  }
  indexes.set(site, index);
  return index;
}
