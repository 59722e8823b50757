import { currentSite } from '../site/current-site.ts';
import { siteMapIndex } from '../site/site-map-xml.ts';

export function GET(): Response {
  return new Response(siteMapIndex(currentSite().site), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
}
