/** 当前所在位置: the way from the home page to the page at hand. */
import { columnPath, href, TOPICS_PATH, topicPath } from './addresses.ts';
import type { Column } from '../model/columns.ts';
import type { Topic } from '../model/topic.ts';
import { registerPath } from './register.ts';
import type { RegisterPage } from './register.ts';
import type { Site } from './site.ts';

export interface Crumb {
  name: string;
  /** Undefined for the page itself when it has no address of its own in the list. */
  href: string | undefined;
}

/** 首页 > 新闻资讯 > 图片新闻 */
export function columnCrumbs(site: Site, column: Column): Crumb[] {
  return [
    home(site),
    ...site.tree
      .node(column.slug)
      .chain.map((step) => ({ name: step.name, href: href(site, columnPath(site, step)) })),
  ];
}

/** 首页 > 政务公开 > 政策法规 > 文件目录 > 2026年 */
export function registerCrumbs(
  site: Site,
  column: Column,
  { name, label }: Pick<RegisterPage, 'name' | 'label'>,
): Crumb[] {
  const own = { name: site.labels.register.register, href: href(site, registerPath(site, column)) };
  return [
    ...columnCrumbs(site, column),
    own,
    ...(name === '' ? [] : [{ name: label, href: href(site, registerPath(site, column, name)) }]),
  ];
}

/** 首页 > 网站声明, for a page that is in no column. */
export function pageCrumbs(site: Site, name: string, path: string): Crumb[] {
  return [home(site), { name, href: href(site, path) }];
}

/** 首页 > 专题 > 节能宣传周; without a topic, the list of all. */
export function topicCrumbs(site: Site, topic?: Topic): Crumb[] {
  const own = topic ? [{ name: topic.title, href: href(site, topicPath(topic)) }] : [];
  return [...pageCrumbs(site, site.labels.topics.topics, TOPICS_PATH), ...own];
}

function home(site: Site): Crumb {
  return { name: site.labels.frame.home, href: site.base };
}
