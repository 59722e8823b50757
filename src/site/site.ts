/** The site model: the bureau's content with the indexes that pages ask for. Plain data, made once a build. */
import type { Labels } from '../labels/labels.ts';
import { labelsOf } from '../labels/labels-of.ts';
import type { Article } from '../model/article.ts';
import type { Content } from '../model/content.ts';
import type { Page } from '../model/page.ts';
import type { Topic } from '../model/topic.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { columnTree } from './column-tree.ts';
import type { ColumnNode, ColumnTree } from './column-tree.ts';
import { NOTHING_LASTING } from './ledger/lasting.ts';
import type { LastingAddresses } from './ledger/lasting.ts';

export interface Site {
  content: Content;
  hiddenLinks: HiddenLinks;
  /** What became of the addresses that were published once. */
  lasting: LastingAddresses;
  config: SiteConfig;
  /** What pages say to readers, in the site's language. */
  labels: Labels;
  /** Path under which the site lives, with both slashes: `/` or `/jgsw/`. */
  base: string;
  /** `https://www.example.gov.cn` */
  origin: string;
  tree: ColumnTree;
  /** Articles of a column and of the columns below it, newest first. */
  articlesIn(slug: string): readonly Article[];
  /** Published, or withdrawn. */
  article(id: string): Article;
  /** The same where there may be none. */
  find(id: string): Article | undefined;
  page(slug: string): Page;
  topic(slug: string): Topic;
  /** The articles before and after in the same column. */
  neighbours(article: Article): Neighbours;
  /** Articles of the same column that are older, the nearest first. */
  before(article: Article, count: number): readonly Article[];
}

export interface Neighbours {
  newer: Article | undefined;
  older: Article | undefined;
}

/**
 * Links that lead to articles which are not on the site now, as they are written: shown as words alone. By the file of the
 * text, as staff see it.
 */
export type HiddenLinks = ReadonlyMap<string, readonly string[]>;

/** What is known of a site only when all of it was judged. */
export type Judged = Pick<Site, 'hiddenLinks' | 'lasting'>;

export function createSite(
  content: Content,
  { hiddenLinks = new Map(), lasting = NOTHING_LASTING }: Partial<Judged> = {},
): Site {
  const { articles, withdrawn, columns, pages, site: config } = content;
  const url = new URL(config.url);
  const tree = columnTree(columns);
  const lists = listsByColumn(articles, tree);
  const byId = new Map([...articles, ...withdrawn].map((article) => [article.id, article]));
  const ownList = Map.groupBy(articles, ({ column }) => column);
  const places = new Map<string, number>();
  for (const list of ownList.values())
    for (const [place, { id }] of list.entries()) places.set(id, place);
  return {
    content,
    hiddenLinks,
    lasting,
    config,
    labels: labelsOf(config.language),
    base: url.pathname,
    origin: url.origin,
    tree,
    articlesIn: (slug) => lists.get(slug) ?? [],
    article: (id) => found(byId.get(id), `article "${id}"`),
    find: (id) => byId.get(id),
    page: (slug) =>
      found(
        pages.find((page) => page.slug === slug),
        `page "${slug}"`,
      ),
    topic: (slug) =>
      found(
        content.topics.find((topic) => topic.slug === slug),
        `topic "${slug}"`,
      ),
    neighbours({ id, column }) {
      const list = ownList.get(column) ?? [];
      const place = places.get(id) ?? 0;
      return { newer: list[place - 1], older: list[place + 1] };
    },
    before({ id, column }, count) {
      const place = places.get(id) ?? 0;
      return ownList.get(column)?.slice(place + 1, place + 1 + count) ?? [];
    },
  };
}

function listsByColumn(articles: readonly Article[], tree: ColumnTree): Map<string, Article[]> {
  const lists = new Map<string, Article[]>(tree.all.map(({ column }) => [column.slug, []]));
  for (const article of articles) {
    let node: ColumnNode | undefined = tree.node(article.column);
    for (; node; node = node.parent) lists.get(node.column.slug)?.push(article);
  }
  return lists;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The site has no ${what}`);
  return value;
}
