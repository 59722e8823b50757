/** The site with one text as it is being written, so that its page can be seen before it is saved. */
import { isUnread } from '../../markdown/inspect-size.ts';
import type { Article, ArticleFile } from '../../model/article.ts';
import { NO_WORDS } from '../../model/bureau-words.ts';
import { readArticle } from '../../reading/read-article.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import { findColumn } from '../../rules/column-checks.ts';
import { createSite } from '../../site/site.ts';

/**
 * An article as it is typed, in the column that is chosen; where there is none of that name, in the one in which it is saved.
 * @param preview the site as it was read last
 * @param text the whole file
 * @returns undefined where it has no page yet, or none may be made of it; what is saved says why
 */
export function unsavedArticle(
  preview: CurrentSite,
  place: ArticleFile,
  text: string,
): Article | undefined {
  const saved = preview.site.content.articles.find(({ id }) => id === place.id);
  // Problems are told of what is saved; of the bureau's own words nothing is shown on the page.
  const read = readArticle(place, Buffer.from(text), NO_WORDS);
  const { title, date, withdrawn, attachments, ...facts } = read.text ?? {};
  if (!saved || title === undefined || date === undefined || withdrawn) return undefined;
  // What makes the page reads the body as the rules do, and would take as long.
  if (read.issues.some(isUnread)) return undefined;
  // A component's code that was refused must not run.
  const isRefused = read.issues.some(({ level }) => level === 'stop');
  if (place.format === 'mdx' && isRefused) return undefined;
  const { named, preview: mark, source, category } = saved;
  const chosen = findColumn(read.text?.category ?? saved.column, preview.site.content.columns);
  return {
    source,
    category,
    bodyLine: 1,
    excerpt: '',
    references: [],
    ...facts,
    ...place,
    title,
    date,
    column: 'column' in chosen ? chosen.column.slug : saved.column,
    named,
    digest: '',
    unsaved: text,
    attachments: attachments?.filter(({ file }) => place.beside?.includes(file)),
    ...(mark !== undefined && { preview: mark }),
  };
}

/** @returns the site with the article in the place of the one that is saved; undefined where that is gone */
export function withUnsaved(preview: CurrentSite, article: Article): CurrentSite | undefined {
  const { site, pictures } = preview;
  if (!site.find(article.id)) return undefined;
  const articles = site.content.articles.map((one) => (one.id === article.id ? article : one));
  const { hiddenLinks, lasting } = site;
  return { site: createSite({ ...site.content, articles }, { hiddenLinks, lasting }), pictures };
}
