/** JSON Feed 1.1 of the newest articles: the site as data for other software. */
import { absoluteUrl, articlePath } from '../site/addresses.ts';
import { currentSite } from '../site/current-site.ts';
import { instant } from '../site/dates.ts';

const MOST = 200;

export function GET(): Response {
  const { site } = currentSite();
  const { name, description } = site.config;
  return Response.json({
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    description,
    language: site.labels.language.tag,
    home_page_url: absoluteUrl(site, ''),
    feed_url: absoluteUrl(site, 'feed.json'),
    items: site.content.articles.slice(0, MOST).map((article) => {
      const url = absoluteUrl(site, articlePath(site, article));
      const summary = article.summary ?? article.excerpt;
      return {
        id: url,
        url,
        title: article.title,
        content_text: summary,
        summary,
        date_published: instant(article.date).toISOString(),
        authors: [{ name: article.source }],
        tags: [site.tree.node(article.column).column.name],
      };
    }),
  });
}
