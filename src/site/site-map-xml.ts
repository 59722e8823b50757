/** sitemap.xml: an index, and one file a year, because a file may list 50,000 addresses at most. */
import type { Article } from '../model/article.ts';
import { yearOf } from '../model/article-name.ts';
import {
  absoluteUrl,
  articlePath,
  columnPath,
  CORRECTIONS_PATH,
  pagePath,
  TOPICS_PATH,
  topicPath,
} from './addresses.ts';
import { changedLast } from './corrections.ts';
import { isoTime } from './dates.ts';
import { hasRegister, registerPages, registerPath } from './register.ts';
import type { Site } from './site.ts';

/** The articles of each year, newest first. */
export function articlesByYear(site: Site): Map<string, Article[]> {
  return Map.groupBy(site.content.articles, ({ id }) => yearOf(id));
}

/** The index: the pages' file and each year's. */
export function siteMapIndex(site: Site): string {
  const files = ['pages', ...articlesByYear(site).keys()];
  const entries = files.map(
    (name) => `<sitemap><loc>${absoluteUrl(site, `sitemap/${name}.xml`)}</loc></sitemap>`,
  );
  return document('sitemapindex', entries);
}

/** Home, columns, registers, single pages and topics. */
export function pagesSiteMap(site: Site): string {
  const columns = site.tree.all
    .filter(({ column }) => column.kind !== 'link')
    .map(({ column }) => columnPath(site, column));
  const registers = site.tree.all
    .filter(({ column }) => hasRegister(column))
    .flatMap(({ column }) =>
      registerPages(site, column).map(({ name }) => registerPath(site, column, name)),
    );
  const pages = site.content.pages.map((page) => pagePath(site, page));
  const { topics } = site.content;
  const ofTopics = topics.length > 0 ? [TOPICS_PATH, ...topics.map(topicPath)] : [];
  const paths = new Set([
    '',
    ...columns,
    ...registers,
    ...pages,
    ...ofTopics,
    CORRECTIONS_PATH,
    'sitemap/',
  ]);
  return document(
    'urlset',
    [...paths].map((path) => entry(absoluteUrl(site, path))),
  );
}

/** The articles of a year. */
export function yearSiteMap(site: Site, year: string): string {
  const articles = site.content.articles.filter(({ id }) => id.startsWith(year));
  return document(
    'urlset',
    articles.map((article) =>
      entry(absoluteUrl(site, articlePath(site, article)), isoTime(changedLast(article))),
    ),
  );
}

function entry(url: string, modified?: string): string {
  const lastmod = modified ? `<lastmod>${modified}</lastmod>` : '';
  return `<url><loc>${url}</loc>${lastmod}</url>`;
}

function document(root: string, entries: readonly string[]): string {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${namespace}">`,
    ...entries,
    `</${root}>`,
    '',
  ].join('\n');
}
