/** 网页标签 of the 《政府网站发展指引》: what inspection reads from every page. An empty one is never given. */
import type { Article } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import type { Topic } from '../model/topic.ts';
import { absoluteUrl, articlePath } from './addresses.ts';
import type { Site } from './site.ts';

export interface MetaTag {
  name: string;
  content: string;
}

/** Tags of every page. */
export function siteTags(site: Site): MetaTag[] {
  const { name, identifier } = site.config;
  return tags({
    SiteName: name,
    SiteDomain: new URL(site.origin).host,
    SiteIDCode: identifier,
  });
}

/** Tags of a column's page; a single page in the navigation counts as one. */
export function columnTags(
  { labels }: Pick<Site, 'labels'>,
  { name, description, keywords, type }: Column,
): MetaTag[] {
  return tags({
    ColumnName: name,
    ColumnDescription: description ?? labels.lists.columnOf(name),
    ColumnKeywords: keywords?.join(',') || name,
    ColumnType: type ?? name,
  });
}

/** Tags of a topic's page; without a topic, of the list of all. */
export function topicTags({ labels }: Pick<Site, 'labels'>, topic?: Topic): MetaTag[] {
  const { topics, list } = labels.topics;
  const keywords = topic?.sections.flatMap((section) => section.keywords ?? []) ?? [];
  return tags({
    ColumnName: topic?.title ?? topics,
    ColumnDescription: topic?.summary ?? list,
    ColumnKeywords: [...new Set(keywords)].join(',') || (topic?.title ?? topics),
    ColumnType: topics,
  });
}

/**
 * Tags of an article.
 * @param description the summary, or the beginning of the text
 * @param image absolute address of its first picture
 */
export function articleTags(
  site: Site,
  article: Article,
  { description, image }: { description: string; image: string | undefined },
): MetaTag[] {
  const { title, date, source, keywords, author } = article;
  return tags({
    ColumnName: site.tree.node(article.column).column.name,
    ArticleTitle: title,
    PubDate: date,
    ContentSource: source,
    Keywords: keywords?.join(','),
    Author: author ?? source,
    Description: description,
    Image: image,
    Url: absoluteUrl(site, articlePath(site, article)),
  });
}

function tags(contents: Record<string, string | undefined>): MetaTag[] {
  return Object.entries(contents).flatMap(([name, content]) =>
    content ? [{ name, content }] : [],
  );
}
