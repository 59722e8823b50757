/** schema.org data for search engines: NewsArticle, Legislation of official documents, CollectionPage, BreadcrumbList. */
import { writtenIn } from '../labels/written-in.ts';
import type { Article } from '../model/article.ts';
import type { OfficialDocument } from '../model/official-document.ts';
import type { Topic } from '../model/topic.ts';
import { absoluteUrl, articlePath, topicPath } from './addresses.ts';
import type { Crumb } from './breadcrumbs.ts';
import { changedLast } from './corrections.ts';
import { isoTime } from './dates.ts';
import { originalOf } from './documents.ts';
import type { Site } from './site.ts';

export function newsArticle(
  site: Site,
  article: Article,
  { description, image }: { description: string; image: string | undefined },
): object {
  const original = originalOf(site, article);
  return {
    '@context': 'https://schema.org',
    '@type': article.document ? ['NewsArticle', 'Legislation'] : 'NewsArticle',
    headline: article.title,
    ...(article.subtitle ? { alternativeHeadline: article.subtitle } : {}),
    description,
    datePublished: isoTime(article.date),
    ...(article.corrections?.length ? { dateModified: isoTime(changedLast(article)) } : {}),
    inLanguage: writtenIn(article.title, site.config.language)?.lang ?? site.config.language,
    mainEntityOfPage: absoluteUrl(site, articlePath(site, article)),
    ...(image ? { image: [image] } : {}),
    ...(article.document ? legislation(article.document) : {}),
    ...(original ? { isBasedOn: absoluteUrl(site, articlePath(site, original)) } : {}),
    author: { '@type': 'Organization', name: article.source },
    publisher: { '@type': 'GovernmentOrganization', name: site.config.name, url: site.config.url },
  };
}

/** A topic. @param image absolute address of its banner */
export function collectionPage(site: Site, topic: Topic, image: string | undefined): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name: topic.title,
    description: topic.summary,
    url: absoluteUrl(site, topicPath(topic)),
    datePublished: isoTime(topic.date),
    inLanguage: site.labels.language.tag,
    ...(image ? { image: [image] } : {}),
    publisher: { '@type': 'GovernmentOrganization', name: site.config.name, url: site.config.url },
  };
}

/** A law, a regulation or a decision, and whether it is in force. */
function legislation({ number, issuer, signed, status }: OfficialDocument): object {
  const force = {
    有效: 'InForce',
    失效: 'NotInForce',
    废止: 'NotInForce',
    已修改: 'PartiallyInForce',
  };
  return {
    ...(number ? { legislationIdentifier: number } : {}),
    legislationDate: signed,
    legislationPassedBy: issuer.map((name) => ({ '@type': 'GovernmentOrganization', name })),
    ...(status ? { legislationLegalForce: `https://schema.org/${force[status]}` } : {}),
  };
}

export function breadcrumbList(site: Site, crumbs: readonly Crumb[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(href ? { item: site.origin + href } : {}),
    })),
  };
}

/** JSON that can stand inside `<script>`: nothing in it can close the element. */
export function scriptJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
