/** The site with one text as it is being written, so that its page can be seen before it is saved. */
import type { Article, ArticleFile } from '../../model/article.ts';
import { NO_WORDS } from '../../model/bureau-words.ts';
import { readArticle } from '../../reading/read-article.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import { createSite } from '../../site/site.ts';

export interface UnsavedSite {
  current: CurrentSite;
  article: Article;
}

/**
 * @param preview the site as it was read last
 * @returns undefined where the text has no page yet, or none may be made of it; what is saved says why
 */
export function unsavedSite(
  preview: CurrentSite,
  place: ArticleFile,
  text: string,
): UnsavedSite | undefined {
  const { site, pictures } = preview;
  const saved = site.content.articles.find(({ id }) => id === place.id);
  // Problems are told of what is saved; of the bureau's own words nothing is shown on the page.
  const read = readArticle(place, Buffer.from(text), NO_WORDS);
  const { title, date, withdrawn, ...facts } = read.text ?? {};
  if (!saved || title === undefined || date === undefined || withdrawn) return undefined;
  // A component's code that was refused must not run.
  const isRefused = read.issues.some(({ level }) => level === 'stop');
  if (place.format === 'mdx' && isRefused) return undefined;
  const { column, named, preview: mark, source, category } = saved;
  const article: Article = {
    source,
    category,
    bodyLine: 1,
    excerpt: '',
    references: [],
    ...facts,
    ...place,
    title,
    date,
    column,
    named,
    digest: '',
    unsaved: text,
    ...(mark !== undefined && { preview: mark }),
  };
  const articles = site.content.articles.map((one) => (one === saved ? article : one));
  const { hiddenLinks, lasting } = site;
  const content = { ...site.content, articles };
  const current = { site: createSite(content, { hiddenLinks, lasting }), pictures };
  return { current, article };
}
