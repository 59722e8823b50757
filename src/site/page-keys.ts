/**
 * What articles, lists, topics, feeds and yearly maps depend on, as short keys: such a page is rendered again only when its key
 * changes; the few without one (home, single pages) in every build. A key must cover all that the page's template reads
 * (the template itself is the engine's hash), and nothing that changes more often.
 */
import type { Article } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import { isPast } from '../model/official-document.ts';
import type { Topic } from '../model/topic.ts';
import { shortDigest } from '../system/digest.ts';
import { absoluteUrl, articlePath, columnPath, pagePath } from './addresses.ts';
import { changedLast } from './corrections.ts';
import { countedAs } from './counted-as.ts';
import { newestOf } from './column-list.ts';
import { consultationParts, stateKey } from './consultations.ts';
import { documentParts, documentState, registerParts } from './document-keys.ts';
import { fullName } from './column-tree.ts';
import type { ColumnNode } from './column-tree.ts';
import { jumpYears } from './jump-pages.ts';
import { pageCount, pageItems } from './pagination.ts';
import { WINDOW } from './related.ts';
import type { RegisterPage } from './register.ts';
import type { Site } from './site.ts';
import { shownSections, topicsOf } from './topics.ts';

/** Keys of one site; what all pages share is hashed once. */
export interface PageKeys {
  article(article: Article): string;
  withdrawn(article: Article): string;
  /** @param page number of a list page, or 'newest' */
  list(column: Column, page: number | 'newest'): string;
  register(column: Column, page: RegisterPage): string;
  feed(column: Column, articles: readonly Article[]): string;
  year(articles: readonly Article[]): string;
  topic(topic: Topic): string;
}

const made = new WeakMap<Site, PageKeys>();

export function pageKeys(site: Site): PageKeys {
  const keys = made.get(site) ?? makeKeys(site);
  made.set(site, keys);
  return keys;
}

function makeKeys(site: Site): PageKeys {
  const frame = key(frameParts(site));
  return {
    article(article) {
      const { newer, older } = site.neighbours(article);
      return key([
        frame,
        itemPart(site, article),
        ...crumbParts(site, article),
        ...documentParts(site, article),
        ...consultationParts(site, article),
        linkPart(site, newer),
        linkPart(site, older),
        // What related articles are chosen from.
        ...site.before(article, WINDOW).map((other) => relatedPart(other) + stateKey(site, other)),
        ...topicsOf(site, article).map(({ slug, title }) => `${slug} ${title}`),
      ]);
    },
    withdrawn: (article) => key([frame, article.digest, ...crumbParts(site, article)]),
    list(column, page) {
      const list = site.articlesIn(column.slug);
      const size = site.config.listSize;
      const items = page === 'newest' ? newestOf(site, column) : pageItems(list, size, page);
      const root = site.tree.node(site.tree.node(column.slug).chain[0]?.slug ?? column.slug);
      const count = pageCount(list.length, size);
      return key([
        frame,
        fullName(site.tree, column),
        // Only the newest page and the last old one show how many there are.
        page === 'newest' || page >= count - 1 ? String(count) : '',
        page === 'newest' ? JSON.stringify(jumpYears(list, size)) : '',
        ...branchParts(root),
        ...items.map((article) => listedPart(site, article, column.style === 'consultation')),
      ]);
    },
    register: (column, page) =>
      key([
        frame,
        fullName(site.tree, column),
        ...site.tree.node(column.slug).chain.map(({ name, slug }) => `${slug} ${name}`),
        ...registerParts(site, page),
      ]),
    feed: (column, articles) =>
      key([
        frame,
        fullName(site.tree, column),
        JSON.stringify(column) + columnPath(site, column),
        ...articles.map((article) => itemPart(site, article) + columnName(site, article)),
      ]),
    year: (articles) =>
      key([
        absoluteUrl(site, ''),
        ...articles.map((article) => articlePath(site, article) + changedLast(article)),
      ]),
    topic: (topic) =>
      key([
        frame,
        `${topic.slug} ${topic.digest} ${topic.named.key} ${topic.isOver}`,
        ...(site.hiddenLinks.get(topic.file) ?? []),
        ...shownSections(site, topic).flatMap(({ title, articles }) => [
          title,
          ...articles.map((article) => listedPart(site, article)),
        ]),
      ]),
  };
}

function crumbParts(site: Site, { column }: Article): string[] {
  return site.tree.node(column).chain.map(({ name, slug }) => `${slug} ${name}`);
}

/** Header and footer: the configuration, the columns, the single pages. */
function frameParts(site: Site): string[] {
  return [
    JSON.stringify(site.config),
    ...site.tree.all.map(({ column }) => JSON.stringify(column) + columnPath(site, column)),
    ...site.content.pages.map((page) => page.title + pagePath(site, page)),
  ];
}

/** A column with all below it, as the side navigation may show them. */
function branchParts(node: ColumnNode): string[] {
  return [JSON.stringify(node.column) + node.path, ...node.children.flatMap(branchParts)];
}

/** An article's text, its pictures and attachments, and where it lies. */
function itemPart(site: Site, article: Article): string {
  const { digest, named, file } = article;
  const hidden = site.hiddenLinks.get(file);
  const counted = countedAs(site, article);
  const own = `${digest} ${named.key} ${articlePath(site, article)}`;
  const part = counted === article.id ? own : `${own} ${counted}`;
  return hidden ? `${part} ${hidden.join(' ')}` : part;
}

/** The same with what lists say of it by time alone: 有效性, and the state of a consultation. */
function listedPart(site: Site, article: Article, withDays = false): string {
  return itemPart(site, article) + documentState(article) + stateKey(site, article, withDays);
}

const relatedParts = new WeakMap<Article, string>();

/**
 * What an older article may be related by, what its title is not broken within, and that it is not in force, in a few
 * characters: each stands in the keys of many.
 */
function relatedPart(article: Article): string {
  const known = relatedParts.get(article);
  if (known !== undefined) return known;
  const { id, title, source, date, pinned, keywords = [], document } = article;
  const past = document && isPast(document) ? [`有效性 ${document.status}`] : [];
  const facts = [id, title, source, date, String(pinned), ...keywords, ...past];
  const part = shortDigest(facts.join('\0'), 8, 'base64url');
  relatedParts.set(article, part);
  return part;
}

function columnName(site: Site, article: Article): string {
  return site.tree.node(article.column).column.name;
}

/** Where a neighbour lies, its title, and the words that the title is not broken within. */
function linkPart(site: Site, article: Article | undefined): string {
  if (!article) return '';
  const { title, source, keywords = [] } = article;
  return [articlePath(site, article), title, source, ...keywords].join(' ');
}

function key(parts: readonly string[]): string {
  return shortDigest(parts.join('\0'), 16, 'base64url');
}
