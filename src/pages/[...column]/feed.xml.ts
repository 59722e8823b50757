import type { APIContext } from 'astro';
import { columnFeedPath, columnPath } from '../../site/addresses.ts';
import { fullName } from '../../site/column-tree.ts';
import { currentSite } from '../../site/current-site.ts';
import { feed } from '../../site/feed.ts';

export function getStaticPaths() {
  const { site } = currentSite();
  return site.tree.all
    .filter(({ column }) => column.kind === 'list')
    .map(({ column, path }) => ({ params: { column: path }, props: { slug: column.slug } }));
}

export function GET({ props }: APIContext<{ slug: string }>): Promise<Response> {
  const { site } = currentSite();
  const { column } = site.tree.node(props.slug);
  return feed(site, site.articlesIn(column.slug), {
    title: `${site.config.name} - ${fullName(site.tree, column)}`,
    description: column.description ?? `${site.config.name}${column.name}`,
    path: columnPath(site, column),
    feedPath: columnFeedPath(site, column),
  });
}
