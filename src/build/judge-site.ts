/** What was read → the site, beside all that can be judged only of the whole of it: addresses, links, columns. */
import { basename } from 'node:path';
import type { PlacedArticle, ReadArticle } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import type { IncompleteArticle, ReadContent } from '../reading/load-content.ts';
import { checkInternalLinks, hiddenLinks } from '../rules/internal-links.ts';
import type { LinkingText, SitePaths } from '../rules/internal-links.ts';
import { checkPictureNews } from '../rules/picture-news.ts';
import type { AddressSources } from '../site/address-sources.ts';
import { checkAddresses } from '../site/check-addresses.ts';
import { knownPaths } from '../site/known-paths.ts';
import { linkedArticles } from '../site/linked-articles.ts';
import { createSite } from '../site/site.ts';
import type { HiddenLinks, Site } from '../site/site.ts';

/** @param articles all of which something could be read */
export function judgeSite(
  read: ReadContent,
  articles: readonly ReadArticle[],
): { site: Site; issues: Issue[] } {
  const { content, left } = read;
  const site = createSite(content);
  const sources = addressSources(site, read, articles);
  const { claims, issues } = checkAddresses(sources);
  const coming = content.unpublished.filter(({ reason }) => reason !== 'expired');
  const texts: LinkingText[] = [
    ...sources.articles,
    ...content.pages,
    ...coming.map(({ article }) => article),
  ];
  const linking = texts.filter(({ references }) => references.some(({ kind }) => kind === 'page'));
  const ofColumns = checkPictureNews(sources.articles, content.columns);
  if (linking.length === 0) return { site, issues: [...issues, ...ofColumns] };
  const isPage = knownPaths(site, claims);
  const paths: SitePaths = {
    base: site.base,
    // What is not in order yet has problems of its own; that it is linked to is none.
    isKnown: (path) => isPage(path) || left.has(basename(path)),
    article: linkedArticles(site),
  };
  return {
    site: { ...site, hiddenLinks: hiddenOf(linking, paths) },
    issues: [...issues, ...ofColumns, ...checkInternalLinks(linking, paths)],
  };
}

function hiddenOf(texts: readonly LinkingText[], paths: SitePaths): HiddenLinks {
  const found = texts.map((text) => [text.file, hiddenLinks(text, paths)] as const);
  return new Map(found.filter(([, links]) => links.length > 0));
}

function addressSources(
  site: Site,
  { incomplete, left, columns, redirects, publicFolder }: ReadContent,
  articles: readonly ReadArticle[],
): AddressSources {
  const lines = new Map(articles.map((article) => [article.place.file, article.lines]));
  const others: readonly IncompleteArticle[] = [...site.content.unpublished, ...incomplete];
  const hidden = (reason: IncompleteArticle['reason']): PlacedArticle[] =>
    others.filter((each) => each.reason === reason).map(({ article }) => article);
  return {
    site,
    articles: [...site.content.articles, ...hidden(undefined)],
    toCome: hidden('future'),
    drafts: hidden('draft'),
    expired: hidden('expired'),
    unread: left,
    publicFiles: site.content.publicFiles,
    publicFolder,
    columnsFile: columns.file,
    redirectsFile: redirects.file,
    linesOf: ({ file }) => lines.get(file) ?? {},
    lineOfColumn: (index) => columns.lineOf([index, 'slug']),
    lineOfRedirect: (index, key) => redirects.lineOf([index, key]),
  };
}
