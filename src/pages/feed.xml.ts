import { currentSite } from '../site/current-site.ts';
import { feed } from '../site/feed.ts';

export function GET(): Promise<Response> {
  const { site } = currentSite();
  const { name, description } = site.config;
  return feed(site, site.content.articles, {
    title: name,
    description,
    path: '',
    feedPath: 'feed.xml',
  });
}
