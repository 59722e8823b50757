/** OpenSearch 1.1: lets a browser offer this site's search in its address bar. */
import { absoluteUrl, href } from '../../site/addresses.ts';
import { currentSite } from '../../site/current-site.ts';
import { escaped } from '../../site/escape.ts';

/** The standard's own limit for a short name. */
const SHORT = 16;

export function GET(): Response {
  const { site } = currentSite();
  const { labels } = site;
  const { name, icon } = site.config;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escaped([...name].slice(0, SHORT).join(''))}</ShortName>`,
    `<Description>${escaped(labels.finding.searchPage.ofSite(name))}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Language>${labels.language.tag}</Language>`,
    ...(icon ? [`<Image>${escaped(site.origin + href(site, icon))}</Image>`] : []),
    `<Url type="text/html" template="${escaped(absoluteUrl(site, 'search/'))}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
}
