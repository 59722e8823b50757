import type { APIContext } from 'astro';
import { currentSite } from '../../site/current-site.ts';
import { pageKeys } from '../../site/page-keys.ts';
import { pagesSiteMap, yearSiteMap } from '../../site/site-map-xml.ts';

export function getStaticPaths() {
  const { site } = currentSite();
  const keys = pageKeys(site);
  const years = Map.groupBy(site.content.articles, ({ id }) => id.slice(0, 4));
  return [
    { params: { list: 'pages' } },
    ...[...years].map(([year, articles]) => ({
      params: { list: year },
      cacheKey: keys.year(articles),
    })),
  ];
}

export function GET({ params }: APIContext): Response {
  const { site } = currentSite();
  const list = params['list'] ?? '';
  const xml = list === 'pages' ? pagesSiteMap(site) : yearSiteMap(site, list);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
