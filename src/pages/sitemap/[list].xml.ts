import type { APIContext } from 'astro';
import { currentSite } from '../../site/current-site.ts';
import { pageKeys } from '../../site/page-keys.ts';
import { articlesByYear, pagesSiteMap, yearSiteMap } from '../../site/site-map-xml.ts';

export function getStaticPaths() {
  const { site } = currentSite();
  const keys = pageKeys(site);
  return [
    { params: { list: 'pages' } },
    ...[...articlesByYear(site)].map(([year, articles]) => ({
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
