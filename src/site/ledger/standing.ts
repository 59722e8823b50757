/** What a site has today that may be the owner of an address, under the names of the ledger. */
import type { PlacedArticle } from '../../model/article.ts';
import type { HiddenReason } from '../../model/content.ts';
import type { Page } from '../../model/page.ts';
import type { Topic } from '../../model/topic.ts';
import {
  articlePath,
  attachmentPath,
  columnFeedPath,
  columnHref,
  columnListPath,
  columnPath,
  href,
  pagePath,
  TOPICS_PATH,
  topicPath,
} from '../addresses.ts';
import { offeredFiles } from '../article-body.ts';
import type { ColumnNode } from '../column-tree.ts';
import { pageCount } from '../pagination.ts';
import { hasRegister, registerPages, registerPath } from '../register.ts';
import type { Site } from '../site.ts';
import { markOf } from './ledger-line.ts';

/** `unread`: with problems of its own, so that nothing is known of it. */
export type Standing = 'published' | 'withdrawn' | 'unread' | HiddenReason;

export interface KnownArticle {
  state: Standing;
  /** Undefined where it cannot be read. */
  article: PlacedArticle | undefined;
}

/** All articles by id. */
export type KnownArticles = ReadonlyMap<string, KnownArticle>;

/** A page that no column shows, and its path. */
export function singlePages(site: Site): { page: Page; path: string }[] {
  const placed = new Set(site.content.columns.map(({ page }) => page));
  return site.content.pages
    .filter(({ slug }) => !placed.has(slug))
    .map((page) => ({ page, path: pagePath(site, page) }));
}

export function markOfArticle({
  title = '',
  date = '',
}: Pick<PlacedArticle, 'title' | 'date'>): string {
  return markOf(title, date.slice(0, 10));
}

/** The things of a site by the ledger's names. */
export interface Owners {
  /** `20260305-a`, `column:tpxw`, `page:about`, `topic:energy-week`. */
  has(name: string): boolean;
  /** Names of those of the same kind with this mark. @param like a name of the kind */
  marked(mark: string, like: string): string[];
  /**
   * Where an address leads that was its, as `to` in redirects.yaml; undefined for an article that is not on the site.
   * @param address the former one
   */
  target(name: string, address: string): string | undefined;
}

export function ownersOf(site: Site, articles: KnownArticles): Owners {
  const columns = new Map(site.tree.all.map((node) => [`column:${node.column.slug}`, node]));
  const { topics: begun, topicsToCome } = site.content;
  const pages = new Map(site.content.pages.map((page) => [`page:${page.slug}`, page]));
  const topics = new Map<string, Topic>(
    [...begun, ...topicsToCome].map((topic) => [`topic:${topic.slug}`, topic]),
  );
  return {
    has: (name) => articles.has(name) || columns.has(name) || pages.has(name) || topics.has(name),
    marked(mark, like) {
      if (like.startsWith('column:')) {
        return [...columns].flatMap(([name, { column }]) =>
          markOf(column.name) === mark ? [name] : [],
        );
      }
      if (/^(?:page|topic):/.test(like)) {
        const alike = like.startsWith('page:') ? pages : topics;
        return [...alike].flatMap(([name, { title }]) => (markOf(title) === mark ? [name] : []));
      }
      // Both have the day in their names: no other title need be looked at.
      const day = like.slice(0, 8);
      return [...articles].flatMap(([id, { article, state }]) =>
        id.startsWith(day) &&
        article &&
        (state === 'published' || state === 'withdrawn') &&
        markOfArticle(article) === mark
          ? [id]
          : [],
      );
    },
    target(name, address) {
      const node = columns.get(name);
      if (node) return columnTarget(site, node, address);
      const page = pages.get(name);
      if (page) return href(site, pagePath(site, page));
      const topic = topics.get(name);
      if (topic) return href(site, begun.includes(topic) ? topicPath(topic) : TOPICS_PATH);
      const { state, article } = articles.get(name) ?? {};
      if (state !== 'published' || !article) return undefined;
      const file = address.slice(address.lastIndexOf('/') + 1);
      const isOffered = file !== '' && offeredFiles(article).includes(file);
      // A file that is no more is told of, or replaced, on the article's page.
      const path = isOffered ? attachmentPath(site, article, file) : articlePath(site, article);
      return href(site, path);
    },
  };
}

/** A former page of a list leads to the page of the same number, a feed to the feed, a register to the register. */
function columnTarget(site: Site, { column }: ColumnNode, address: string): string {
  if (column.kind !== 'list') return columnHref(site, column);
  if (address.endsWith('/feed.xml')) return href(site, columnFeedPath(site, column));
  const [, register] = /\/register\/(?:([^/]+)\/)?$/.exec(address) ?? [];
  if (hasRegister(column) && /\/register\//.test(address)) {
    const isThere = registerPages(site, column).some(({ name }) => name === register);
    return href(site, registerPath(site, column, isThere ? register : ''));
  }
  const number = Number(/\/page\/(\d+)\/$/.exec(address)?.[1] ?? 0);
  const count = pageCount(site.articlesIn(column.slug).length, site.config.listSize);
  const isPage = number >= 1 && number < count;
  return href(site, isPage ? columnListPath(site, column, number) : columnPath(site, column));
}
