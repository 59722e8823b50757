/** Old addresses → new ones, for every kind of host: `_redirects`, an nginx map, and pages that need neither. */
import { linkKind } from '../model/link-kind.ts';
import { articlePath, href } from '../site/addresses.ts';
import type { Site } from '../site/site.ts';

export interface ResolvedRedirect {
  /** Path on the old site, from the host's root. */
  from: string;
  /** Path on the new site with its base, or an address elsewhere. */
  to: string;
}

/** Articles' `aliases` and redirects.yaml, sorted by old address. */
export function resolveRedirects(site: Site): ResolvedRedirect[] {
  const { articles, redirects } = site.content;
  const published = new Map(articles.map((article) => [article.id, article]));
  const target = (to: string): string | undefined => {
    if (to.startsWith('/')) return href(site, to.slice(1));
    if (linkKind(to) === 'web') return to;
    const article = published.get(to);
    return article && href(site, articlePath(site, article));
  };
  const fromArticles = articles.flatMap((article) =>
    (article.aliases ?? []).map((from) => ({ from, to: href(site, articlePath(site, article)) })),
  );
  const fromList = redirects.flatMap(({ from, to }) => {
    const resolved = target(to);
    return resolved ? [{ from, to: resolved }] : [];
  });
  return [...fromArticles, ...fromList].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Netlify's and Cloudflare's format, which other hosts read too. */
export function redirectsFile(redirects: readonly ResolvedRedirect[]): string {
  return redirects.map(({ from, to }) => `${encodeURI(from)} ${to} 301\n`).join('');
}

/** To be included in nginx's http block; the server block says `if ($moved) { return 301 $moved; }`. */
export function nginxMap(redirects: readonly ResolvedRedirect[]): string {
  const lines = redirects.map(({ from, to }) => {
    // A `$` stands for itself in a key, and begins a variable in a value: nginx has no escape for it.
    const target = to.replaceAll('$', '%24');
    return `  "${nginxText(from)}" "${nginxText(target)}";\n`;
  });
  const size = bucketSize(redirects.map(({ from }) => Buffer.byteLength(from)));
  return [
    `map_hash_bucket_size ${size};\n`,
    'map $uri $moved {\n  default "";\n',
    ...lines,
    '}\n',
  ].join('');
}

function nginxText(text: string): string {
  return text.replaceAll(/["\\]/g, String.raw`\$&`);
}

/**
 * nginx does not start when a key is longer than a bucket, and its own 64 bytes are too few for an address of an
 * old CMS. An element is the key's bytes, its length and two pointers.
 * https://nginx.org/en/docs/http/ngx_http_map_module.html#map_hash_bucket_size
 */
function bucketSize(keyLengths: readonly number[]): number {
  const needed = keyLengths.reduce((longest, length) => Math.max(longest, length), 0) + 32;
  return Math.max(64, 2 ** Math.ceil(Math.log2(needed)));
}

/**
 * The page at an old address for hosts that redirect nothing: a canonical link and a refresh.
 * @param url absolute address of the new page
 */
export function redirectPage(url: string): string {
  const address = url
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="refresh" content="0; url=${address}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<title>页面已经移到新地址</title>',
    `<link rel="canonical" href="${address}">`,
    '</head>',
    '<body>',
    `<p>页面已经移到新地址：<a href="${address}">${address}</a></p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/**
 * Where in `dist/` the fallback page of an old address is written; undefined when no file can stand there.
 * @param base path under which the site lives, and with it `dist/`
 */
export function redirectPagePath(from: string, base: string): string | undefined {
  const path = from.slice(from.startsWith(base) ? base.length : 1);
  if (path === '' || path.includes('//')) return undefined;
  return path.endsWith('/') || !/\.[a-z0-9]+$/i.test(path)
    ? `${path.replace(/\/$/, '')}/index.html`
    : path;
}
