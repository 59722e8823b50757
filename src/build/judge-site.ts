/** What was read → the site, beside all that can be judged only of the whole of it: addresses, links, columns. */
import { basename } from 'node:path';
import type { PlacedArticle, ReadArticle } from '../model/article.ts';
import type { HiddenArticle, HiddenReason } from '../model/content.ts';
import type { Issue } from '../model/issue.ts';
import type { IncompleteArticle, ReadContent } from '../reading/load-content.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import { checkConsultationLinks } from '../rules/consultation-links.ts';
import { checkDocumentLinks } from '../rules/document-links.ts';
import { checkInternalLinks, hiddenLinks } from '../rules/internal-links.ts';
import type { LinkingText, SitePaths } from '../rules/internal-links.ts';
import { checkVideoColumns } from '../rules/video-columns.ts';
import { checkPictureNews } from '../rules/picture-news.ts';
import type { AddressSources } from '../site/address-sources.ts';
import { formerIds } from '../site/documents.ts';
import { checkAddresses } from '../site/check-addresses.ts';
import type { Claims } from '../site/claims.ts';
import { judgeLedger } from '../site/ledger/judge-ledger.ts';
import type { FormerAddress, LastingAddresses } from '../site/ledger/lasting.ts';
import { ledgerPath } from '../site/ledger/ledger-line.ts';
import type { KnownArticle } from '../site/ledger/standing.ts';
import { redirectPagePath } from '../site/moved-page.ts';
import { knownPaths } from '../site/known-paths.ts';
import { linkedArticles } from '../site/linked-articles.ts';
import { createSite } from '../site/site.ts';
import { checkTopics } from '../site/topic-issues.ts';
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
  const hidden = [...content.unpublished, ...read.incomplete].filter(isHidden);
  const { site: lasting, issues: ofLedger } = withLastingAddresses(
    createSite(content),
    read,
    hidden,
  );
  const sources = addressSources(lasting, read, articles, hidden);
  const { claims, issues: ofAddresses } = checkAddresses(sources);
  const site = { ...lasting, lasting: withoutObstacles(lasting, claims) };
  const issues = [...ofLedger, ...ofAddresses, ...checkTopics({ ...sources, site })];
  const texts: LinkingText[] = [
    ...sources.articles,
    ...content.pages,
    ...content.topics,
    ...content.topicsToCome,
    ...sources.toCome,
    ...sources.drafts,
  ];
  const linking = texts.filter(({ references }) => references.some(({ kind }) => kind === 'page'));
  const naming = { ...sources, formerIds: formerIds(site) };
  issues.push(
    ...checkPictureNews(sources.articles, content.columns),
    ...checkVideoColumns(sources.articles, content.columns),
    ...checkDocumentLinks(naming),
    ...checkConsultationLinks(naming, content.columns),
  );
  if (linking.length === 0) return { site, hidden, issues };
  const isPage = knownPaths({ ...sources, site }, claims);
  const paths: SitePaths = {
    base: site.base,
    // What cannot be read yet has problems of its own; that it is linked to is none.
    isKnown: (path) => isPage(path) || unread.has(basename(path)),
    article: linkedArticles(sources),
  };
  return {
    site: { ...site, hiddenLinks: hiddenOf(linking, paths) },
    hidden,
    issues: [...issues, ...checkInternalLinks(linking, paths)],
  };
}

/** The site with what its ledger says of it. */
function withLastingAddresses(
  site: Site,
  { content, incomplete, unread }: ReadContent,
  hidden: readonly HiddenArticle[],
): { site: Site; issues: Issue[] } {
  const articles = new Map<string, KnownArticle>();
  for (const id of unread) articles.set(id, { state: 'unread', article: undefined });
  for (const { article } of incomplete) articles.set(article.id, { state: 'unread', article });
  for (const { article, reason } of hidden) articles.set(article.id, { state: reason, article });
  for (const article of content.withdrawn) {
    articles.set(article.id, { state: 'withdrawn', article });
  }
  for (const article of content.articles) {
    articles.set(article.id, { state: 'published', article });
  }
  const path = ledgerPath(content.roots);
  const file = pathAsStaffSeeIt(content.roots.content)(path);
  const { lasting, issues } = judgeLedger({ site, articles, path, file });
  return { site: { ...site, lasting }, issues };
}

/** Where a file of the site needs the place, no page can say where a former one is. */
function withoutObstacles({ base, lasting }: Site, claims: Claims): LastingAddresses {
  const isFree = ({ address }: FormerAddress): boolean => {
    const page = redirectPagePath(base + address.slice(1), base);
    return page === undefined || claims.conflict(page) === undefined;
  };
  return { ...lasting, former: lasting.former.filter(isFree) };
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
    withdrawn: site.content.withdrawn,
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
