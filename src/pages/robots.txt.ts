import { absoluteUrl, href } from '../site/addresses.ts';
import { currentSite } from '../site/current-site.ts';

export function GET(): Response {
  const { site } = currentSite();
  const lines = [
    'User-agent: *',
    `Disallow: ${href(site, 'search/')}`,
    `Disallow: ${href(site, 'api/')}`,
    '',
    `Sitemap: ${absoluteUrl(site, 'sitemap.xml')}`,
    '',
  ];
  return new Response(lines.join('\n'));
}
