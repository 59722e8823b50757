/** RSS 2.0 of a list of articles. */
import rss from '@astrojs/rss';
import type { Article } from '../model/article.ts';
import { absoluteUrl, articlePath } from './addresses.ts';
import { instant } from './dates.ts';
import type { Site } from './site.ts';
import { wellFormed } from './well-formed.ts';

export const FEED_LENGTH = 30;

/** What a feed says of itself. */
export interface FeedHead {
  title: string;
  description: string;
  /** Path of the page whose news it carries. */
  path: string;
  /** Its own path. */
  feedPath: string;
}

/** @param articles newest first; the newest thirty are given */
export function feed(
  site: Site,
  articles: readonly Article[],
  { title, description, path, feedPath }: FeedHead,
): Promise<Response> {
  const self = absoluteUrl(site, feedPath);
  return rss({
    title: wellFormed(title),
    description: wellFormed(description),
    site: absoluteUrl(site, path),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${site.labels.language.feedTag}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: articles.slice(0, FEED_LENGTH).map((article) => ({
      title: wellFormed(article.title),
      description: wellFormed(article.summary ?? article.excerpt),
      link: absoluteUrl(site, articlePath(site, article)),
      pubDate: instant(article.date),
      categories: [wellFormed(site.tree.node(article.column).column.name)],
    })),
  });
}
