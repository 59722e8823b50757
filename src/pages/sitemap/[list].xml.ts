import type { APIContext } from 'astro';
import { currentSite } from '../../site/current-site.ts';
import { articleYears, pagesSiteMap, yearSiteMap } from '../../site/site-map-xml.ts';

export function getStaticPaths() {
  const lists = ['pages', ...articleYears(currentSite().site)];
  return lists.map((list) => ({ params: { list } }));
}

export function GET({ params }: APIContext): Response {
  const { site } = currentSite();
  const list = params['list'] ?? '';
  const xml = list === 'pages' ? pagesSiteMap(site) : yearSiteMap(site, list);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
