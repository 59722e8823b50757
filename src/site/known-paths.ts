/** Every path that a link inside the site may lead to. */
import { articlePath, columnPath, pagePath } from './addresses.ts';
import type { Site } from './site.ts';

const OWN_PAGES = ['', 'search', 'sitemap', 'elder', 'feed.xml', 'feed.json'];

/** Answers for a path below the base, with or without the slash at its end. Old addresses count: they redirect. */
export function knownPaths(site: Site): (path: string) => boolean {
  const { articles, pages, redirects } = site.content;
  const columns = site.tree.all
    .filter(({ column }) => column.kind !== 'link')
    .map(({ column }) => columnPath(site, column));
  const old = [
    ...redirects.map(({ from }) => from),
    ...articles.flatMap(({ aliases = [] }) => aliases),
  ];
  const known = new Set([
    ...OWN_PAGES,
    ...columns.map(withoutSlash),
    ...pages.map((page) => withoutSlash(pagePath(site, page))),
    ...articles.map((article) => withoutSlash(articlePath(site, article))),
    ...old.map((from) =>
      withoutSlash(from.startsWith(site.base) ? from.slice(site.base.length) : from.slice(1)),
    ),
  ]);
  return (path) => {
    const plain = withoutSlash(path).replace(/(?:\/page\/\d+|\/feed\.xml)$/, '');
    return known.has(plain);
  };
}

function withoutSlash(path: string): string {
  return path.replace(/(?:^|\/)(?:index\.html)?$/, '');
}
