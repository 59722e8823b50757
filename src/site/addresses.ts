/** Where things are on the site. `…Path` is relative to the site's root; `href` puts the base before it. */
import type { PlacedArticle } from '../model/article.ts';
import { monthOf } from '../model/article-name.ts';
import { withBase } from '../model/base-path.ts';
import type { Column } from '../model/columns.ts';
import type { Page } from '../model/page.ts';
import type { Topic } from '../model/topic.ts';
import type { Site } from './site.ts';

/** `/jgsw/` + `xwzx/` */
export function href(site: Site, path: string): string {
  return withBase(site.base, path);
}

/** The full address of a path, as canonical links, feeds and QR codes need it. */
export function absoluteUrl(site: Site, path: string): string {
  return site.origin + href(site, path);
}

/** What an article's address is made of. */
type Addressed = Pick<PlacedArticle, 'id' | 'column'>;

/** `xwzx/tpxw/202603/20260305-video-conference/` */
export function articlePath(site: Site, { id, column }: Addressed): string {
  return `${site.tree.node(column).path}/${monthOf(id)}/${id}/`;
}

/** The parts of an article's path, as its page's route names them. */
export function articleParams(site: Site, { id, column }: Addressed) {
  return { column: site.tree.node(column).path, month: monthOf(id), article: id };
}

/** A file beside an article, offered under the name staff gave it. */
export function attachmentPath(site: Site, article: Addressed, name: string): string {
  return articlePath(site, article) + encodeURIComponent(name);
}

/** Where pages ask for 浏览次数; `src/views/api.ts` answers there. */
export const VIEWS_PATH = 'api/views/';

/** 更正记录. */
export const CORRECTIONS_PATH = 'corrections/';

/** 专题: the list of all topics. */
export const TOPICS_PATH = 'topics/';

/** A topic's page, `topics/energy-week/`. */
export function topicPath({ slug }: Pick<Topic, 'slug'>): string {
  return `${TOPICS_PATH}${slug}/`;
}

/** A column's first page, `xwzx/tpxw/`. */
export function columnPath(site: Site, { slug }: Column): string {
  return `${site.tree.node(slug).path}/`;
}

/** An older page of a column's list, counted from the oldest, so that it never changes once it is full. */
export function columnListPath(site: Site, column: Column, page: number): string {
  return `${columnPath(site, column)}page/${page}/`;
}

/** Where a navigation entry leads: a page on the site, or the address of a link column. */
export function columnHref(site: Site, column: Column): string {
  return column.kind === 'link' && column.url ? column.url : href(site, columnPath(site, column));
}

/** A single page lives at its column, or at the site's root when no column shows it. */
export function pagePath(site: Site, { slug }: Page): string {
  const column = site.content.columns.find(({ page }) => page === slug);
  return column ? columnPath(site, column) : `${slug}/`;
}

/** A column's feed. */
export function columnFeedPath(site: Site, column: Column): string {
  return `${columnPath(site, column)}feed.xml`;
}
