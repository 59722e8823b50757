/** The site as readers will have it with one article published now: their articles and this one, no draft of anybody else's. */
import { createSite } from '../../site/site.ts';
import type { CurrentSite } from '../../site/current-site.ts';

const last = new WeakMap<CurrentSite, { id: string; made: CurrentSite }>();

/**
 * @param preview with all that readers do not see, marked
 * @returns undefined where the article has no page; the same site for the same question
 */
export function asPublished(preview: CurrentSite, id: string): CurrentSite | undefined {
  const known = last.get(preview);
  if (known?.id === id) return known.made;
  const { site, pictures } = preview;
  const { articles, topics } = site.content;
  if (!articles.some((article) => article.id === id)) return undefined;
  const content = {
    ...site.content,
    articles: articles.flatMap(({ preview: hidden, ...article }) =>
      hidden === undefined || article.id === id ? [article] : [],
    ),
    topics: topics.filter((topic) => topic.preview === undefined),
  };
  const { hiddenLinks, lasting } = site;
  const made = { site: createSite(content, { hiddenLinks, lasting }), pictures };
  last.set(preview, { id, made });
  return made;
}
