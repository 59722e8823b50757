/** What was read → the site, beside all that can be judged only of the whole of it: addresses, links, columns. */
import { basename } from 'node:path';
import type { PlacedArticle, ReadArticle } from '../model/article.ts';
import type { HiddenArticle, HiddenReason } from '../model/content.ts';
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

/** A site that was judged. */
export interface JudgedSite {
  site: Site;
  /** Articles that readers do not see now. */
  hidden: HiddenArticle[];
  issues: Issue[];
}

/** @param articles all of which something could be read */
export function judgeSite(read: ReadContent, articles: readonly ReadArticle[]): JudgedSite {
  const { content, unread } = read;
  const site = createSite(content);
  const hidden = [...content.unpublished, ...read.incomplete].filter(isHidden);
  const sources = addressSources(site, read, articles, hidden);
  const { claims, issues } = checkAddresses(sources);
  const texts: LinkingText[] = [
    ...sources.articles,
    ...content.pages,
    ...sources.toCome,
    ...sources.drafts,
  ];
  const linking = texts.filter(({ references }) => references.some(({ kind }) => kind === 'page'));
  const ofColumns = checkPictureNews(sources.articles, content.columns);
  if (linking.length === 0) return { site, hidden, issues: [...issues, ...ofColumns] };
  const isPage = knownPaths(sources, claims);
  const paths: SitePaths = {
    base: site.base,
    // What cannot be read yet has problems of its own; that it is linked to is none.
    isKnown: (path) => isPage(path) || unread.has(basename(path)),
    article: linkedArticles(sources),
  };
  return {
    site: { ...site, hiddenLinks: hiddenOf(linking, paths) },
    hidden,
    issues: [...issues, ...ofColumns, ...checkInternalLinks(linking, paths)],
  };
}

function isHidden(article: IncompleteArticle): article is HiddenArticle {
  return article.reason !== undefined;
}

function hiddenOf(texts: readonly LinkingText[], paths: SitePaths): HiddenLinks {
  const found = texts.map((text) => [text.file, hiddenLinks(text, paths)] as const);
  return new Map(found.filter(([, links]) => links.length > 0));
}

function addressSources(
  site: Site,
  { incomplete, unread, columns, redirects, publicFolder }: ReadContent,
  articles: readonly ReadArticle[],
  hidden: readonly HiddenArticle[],
): AddressSources {
  const lines = new Map(articles.map((article) => [article.place.file, article.lines]));
  const because = (reason: HiddenReason): PlacedArticle[] =>
    hidden.filter((each) => each.reason === reason).map(({ article }) => article);
  const shown = incomplete.filter((each) => !isHidden(each)).map(({ article }) => article);
  return {
    site,
    articles: [...site.content.articles, ...shown],
    toCome: because('future'),
    drafts: because('draft'),
    expired: because('expired'),
    unread,
    publicFiles: site.content.publicFiles,
    publicFolder,
    columnsFile: columns.file,
    redirectsFile: redirects.file,
    linesOf: ({ file }) => lines.get(file) ?? {},
    lineOfColumn: (index) => columns.lineOf([index, 'slug']),
    lineOfRedirect: (index, key) => redirects.lineOf([index, key]),
  };
}
