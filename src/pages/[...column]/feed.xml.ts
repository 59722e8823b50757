import type { APIContext } from 'astro';
import { columnFeedPath, columnPath } from '../../site/addresses.ts';
import { fullName } from '../../site/column-tree.ts';
import { currentSite } from '../../site/current-site.ts';
import { pageKeys } from '../../site/page-keys.ts';
import { FEED_LENGTH, feed } from '../../site/feed.ts';

export function getStaticPaths() {
  const { site } = currentSite();
  const keys = pageKeys(site);
  return site.tree.all
    .filter(({ column }) => column.kind === 'list')
    .map(({ column, path }) => ({
      params: { column: path },
      cacheKey: keys.feed(column, site.articlesIn(column.slug).slice(0, FEED_LENGTH)),
    }));
}

export function GET({ params }: APIContext): Promise<Response> {
  const { site } = currentSite();
  const { column } = site.tree.at(params['column']);
  return feed(site, site.articlesIn(column.slug), {
    title: `${site.config.name} - ${fullName(site.tree, column)}`,
    description: column.description ?? site.labels.words.partOf(site.config.name, column.name),
    path: columnPath(site, column),
    feedPath: columnFeedPath(site, column),
  });
}
