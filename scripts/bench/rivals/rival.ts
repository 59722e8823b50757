/** Another generator that makes an equal set of pages of the same corpus, to be measured beside ours. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Corpus } from '../../../tests/support/corpus.ts';
import type { Cost } from '../measure.ts';

/**
 * Equal means: an article's page with the inspection's tags, schema.org data, header, breadcrumbs, neighbours and footer;
 * lists of 20 of every column and of the columns above it; a feed of each column; the site map. What only our pages have
 * (related articles, QR codes, the page for elders, the lists of ids for counting) is left out.
 */
export interface Rival {
  name: string;
  /** Its version; undefined where it is not to be had. */
  version(): string | undefined;
  /** Writes its project from the corpus. */
  prepare(corpus: Corpus, folder: string): Promise<void>;
  build(folder: string): Promise<Cost>;
}

/** What a template language calls the values of an article's page. */
export interface Names {
  title: string;
  description: string;
  /** `YYYY-MM-DD` */
  date: string;
  source: string;
  column: string;
  /** Address of the page from the root. */
  path: string;
}

const ORIGIN = 'https://bench.example.gov.cn';

/** From the doctype to `<main>`, for an article. */
export function articleHead({ title, description, date, source, column, path }: Names): string {
  const url = `${ORIGIN}${path}`;
  return `${headStart(title)}<meta name="description" content="${description}"><meta name="ColumnName" content="${column}"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date}"><meta name="ContentSource" content="${source}"><meta name="Author" content="${source}"><meta name="Description" content="${description}"><meta name="Url" content="${url}"><link rel="canonical" href="${url}"><meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:url" content="${url}"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}","description":"${description}","datePublished":"${date}","mainEntityOfPage":"${url}","author":{"@type":"Organization","name":"${source}"}}</script>${HEADER}`;
}

/** The same for a list. */
export function listHead(title: string): string {
  return headStart(title) + HEADER;
}

function headStart(title: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - 基准测试单位</title><meta name="SiteName" content="基准测试单位"><meta name="SiteDomain" content="bench.example.gov.cn"><meta name="SiteIDCode" content="1234567890"><link rel="stylesheet" href="/theme.css"><link rel="alternate" type="application/rss+xml" title="基准测试单位" href="/feed.xml">`;
}

const HEADER =
  '</head><body><a href="#main">跳到正文</a><header><ul><li><a href="/sitemap/">网站地图</a></li><li><a href="/elder/">长者模式</a></li></ul><a href="/">基准测试单位</a><form role="search" action="/search/"><label for="q">站内搜索</label><input id="q" type="search" name="q"><button>搜索</button></form><nav aria-label="栏目"><ul><li><a href="/">首页</a></li><li><a href="/xwzx/">新闻资讯</a></li><li><a href="/ywgz/">业务工作</a></li></ul></nav></header><main id="main">';

export const FOOTER =
  '</main><footer><ul><li><a href="/sitemap/">网站地图</a></li><li><a href="/feed.xml">RSS订阅</a></li></ul><p>主办单位：基准测试单位</p><p>地址：测试市测试路1号　联系电话：0999-8800000</p><p>网站标识码：1234567890</p></footer></body></html>';

/** Name of each column, and the column above it. */
export async function readColumns(
  corpus: Corpus,
): Promise<Map<string, { name: string; parent: string | undefined }>> {
  const rows = parse(await readFile(`${corpus.content}/columns.yaml`, 'utf8')) as {
    slug: string;
    name: string;
    parent?: string;
  }[];
  return new Map(rows.map(({ slug, name, parent }) => [slug, { name, parent }]));
}

/** An article's front matter as text, and its body. */
export async function splitArticle(
  file: string,
): Promise<{ front: Record<string, string>; body: string }> {
  const [, front = '', body = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(await readFile(file, 'utf8')) ?? [];
  return { front: parse(front, { schema: 'failsafe' }) as Record<string, string>, body };
}

/** The beginning of a text, as the description of a page. */
export function excerptOf(body: string): string {
  return `${body.replaceAll(/\*\*|\s/g, '').slice(0, 119)}…`;
}
