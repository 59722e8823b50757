/** A small site for tests: every part is in order, and a test names only what it is about. */
import { NOTHING_NAMED } from '../../src/model/body.ts';
import type { Article } from '../../src/model/article.ts';
import type { Column } from '../../src/model/columns.ts';
import type { Content } from '../../src/model/content.ts';
import type { Page } from '../../src/model/page.ts';
import type { Topic } from '../../src/model/topic.ts';
import type { SiteConfig } from '../../src/model/site-config.ts';
import { createSite } from '../../src/site/site.ts';
import type { Site } from '../../src/site/site.ts';

/** An article of the day that its id begins with, in the column `tpxw`, alone in its file. */
export function anArticle(change: Partial<Article> = {}): Article {
  const { id = '20260305-spring-safety' } = change;
  const file = `content/articles/${id.slice(0, 4)}/${id}.md`;
  return {
    id,
    title: '春季安全检查',
    source: '示例局办公室',
    date: `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`,
    category: '图片新闻',
    column: 'tpxw',
    path: `/bureau/${file}`,
    file,
    folder: undefined,
    format: 'md',
    bodyLine: 7,
    excerpt: '三月五日，局机关开展检查。',
    references: [],
    digest: `digest of ${id}`,
    named: NOTHING_NAMED,
    ...change,
  };
}

/** A column that lists headlines. */
export function aColumn(change: Partial<Column> = {}): Column {
  return {
    slug: 'tpxw',
    name: '图片新闻',
    kind: 'list',
    style: 'headlines',
    hidden: false,
    ...change,
  };
}

/** 新闻资讯 with 图片新闻 and 工作动态 below it, 公开 with 通知 below it, and 在线咨询, a link. */
export function someColumns(): Column[] {
  return [
    aColumn({ slug: 'xwzx', name: '新闻资讯' }),
    aColumn({ slug: 'tpxw', name: '图片新闻', parent: 'xwzx' }),
    aColumn({ slug: 'gzdt', name: '工作动态', parent: 'xwzx' }),
    aColumn({ slug: 'xxgk', name: '公开' }),
    aColumn({ slug: 'tz', name: '通知', parent: 'xxgk' }),
    aColumn({ slug: 'zx', name: '在线咨询', kind: 'link', url: 'https://www.gov.cn/zixun' }),
  ];
}

/** A site at the root of its host. */
export function aSiteConfig(change: Partial<SiteConfig> = {}): SiteConfig {
  return {
    name: '示例局',
    url: 'https://www.example.gov.cn/',
    identifier: '0065000099',
    language: 'zh-CN',
    otherLanguages: [],
    description: '示例局的网站。',
    colour: '#a61b1b',
    ipv6: false,
    sponsor: '示例局',
    contact: { address: '示例路 1 号', phone: '0000-0000000' },
    listSize: 20,
    viewCounts: true,
    listViewCounts: false,
    offline: true,
    searchAttachments: true,
    searchSynonyms: [],
    largestFile: 200,
    home: [],
    links: [],
    homeTopics: 3,
    homePopular: false,
    allowedHosts: [],
    ...change,
  };
}

/** A single page of content/pages. */
export function aPage(change: Partial<Page> = {}): Page {
  const { slug = 'about' } = change;
  const file = `content/pages/${slug}.md`;
  return {
    slug,
    title: '机构职能',
    path: `/bureau/${file}`,
    file,
    bodyLine: 4,
    named: NOTHING_NAMED,
    excerpt: '示例局负责机关事务。',
    references: [],
    ...change,
  };
}

/** A topic of content/topics that has one section, of the articles with the keyword 节能. */
export function aTopic(change: Partial<Topic> = {}): Topic {
  const { slug = 'energy-week' } = change;
  const file = `content/topics/${slug}.md`;
  return {
    slug,
    title: '节能宣传周',
    summary: '节能宣传周的安排和报道。',
    date: '2026-06-08',
    sections: [{ title: '活动报道', style: 'headlines', keywords: ['节能'] }],
    path: `/bureau/${file}`,
    file,
    folder: undefined,
    bodyLine: 9,
    digest: `digest of ${slug}`,
    lines: {},
    named: NOTHING_NAMED,
    isOver: false,
    excerpt: '六月，全区开展节能宣传周。',
    references: [],
    ...change,
  };
}

interface SiteParts extends Partial<Omit<Content, 'site'>> {
  config?: Partial<SiteConfig>;
}

/**
 * A site with `someColumns()` unless told otherwise.
 * @param parts articles are given newest first
 */
export function aSite({ config = {}, ...content }: SiteParts = {}): Site {
  return createSite({
    roots: { content: '/bureau/content', public: '/bureau/public' },
    site: aSiteConfig(config),
    columns: someColumns(),
    articles: [],
    unpublished: [],
    withdrawn: [],
    pages: [],
    topics: [],
    topicsToCome: [],
    redirects: [],
    wording: [],
    publicFiles: [],
    ...content,
  });
}

/** The part of a site's config that puts it below `/jgsw/`. */
export const inSubPath = { url: 'https://www.example.gov.cn/jgsw/' } as const;
