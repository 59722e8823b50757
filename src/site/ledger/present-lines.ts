/** Every address that the site has today, as lines of the ledger. */
import type { Article } from '../../model/article.ts';
import { articlePath, topicPath } from '../addresses.ts';
import { offeredFiles } from '../article-body.ts';
import { BUREAU_MAY_REPLACE } from '../engine-files.ts';
import { pageCount } from '../pagination.ts';
import { registerAddresses } from '../register.ts';
import type { Site } from '../site.ts';
import { isAddress, markOf } from './ledger-line.ts';
import type { LedgerLine } from './ledger-line.ts';
import { markOfArticle, singlePages } from './standing.ts';

/** Part of a page, not what readers keep the address of: another picture may take its place. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|js|woff2?)$/i;

/** Pages, feeds, attachments and the bureau's files. The engine's own (`/search/`, `/feed.xml`) stay with it. */
export function* presentLines(site: Site): Generator<LedgerLine> {
  const { articles, publicFiles } = site.content;
  for (const article of articles) yield* linesOfArticle(site, article);
  for (const { column, path } of site.tree.all) {
    if (column.kind === 'link') continue;
    const owner = firstName(site, `column:${column.slug}`);
    yield { address: `/${path}/`, owner, mark: markOf(column.name) };
    if (column.kind !== 'list') continue;
    const list = owner.replace('column:', 'list:');
    yield { address: `/${path}/feed.xml`, owner: list, mark: '' };
    const count = pageCount(site.articlesIn(column.slug).length, site.config.listSize);
    for (let number = 1; number < count; number += 1) {
      yield { address: `/${path}/page/${number}/`, owner: list, mark: '' };
    }
  }
  for (const { address, column } of registerAddresses(site)) {
    const owner = firstName(site, `column:${column.slug}`).replace('column:', 'list:');
    yield { address, owner, mark: '' };
  }
  for (const { page, path } of singlePages(site)) {
    const owner = firstName(site, `page:${page.slug}`);
    yield { address: `/${path}`, owner, mark: markOf(page.title) };
  }
  for (const topic of site.content.topics) {
    const owner = firstName(site, `topic:${topic.slug}`);
    yield { address: `/${topicPath(topic)}`, owner, mark: markOf(topic.title) };
  }
  for (const file of publicFiles) {
    const address = `/${file}`;
    if (BUREAU_MAY_REPLACE.includes(file) || PICTURE.test(file) || !isAddress(address)) continue;
    yield { address, owner: 'file', mark: '' };
  }
}

/** Its page, and the files that it offers. */
export function* linesOfArticle(site: Site, article: Article): Generator<LedgerLine> {
  const page = `/${articlePath(site, article)}`;
  const owner = firstName(site, article.id);
  yield { address: page, owner, mark: markOfArticle(article) };
  for (const name of offeredFiles(article)) yield { address: page + name, owner, mark: '' };
}

function firstName({ lasting }: Site, name: string): string {
  return lasting.firstNames.get(name) ?? name;
}
