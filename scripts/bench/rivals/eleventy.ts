import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { measure } from '../measure.ts';
import { setAside } from '../set-aside.ts';
import { articleHead, excerptOf, FOOTER, listHead, readColumns, splitArticle } from './rival.ts';
import type { Rival } from './rival.ts';

const VERSION = '3.1.8';

export const eleventy: Rival = {
  name: 'eleventy',
  version() {
    const { status } = spawnSync('npm', ['view', `@11ty/eleventy@${VERSION}`, 'version']);
    return status === 0 ? `Eleventy ${VERSION}` : undefined;
  },
  async prepare(corpus, folder) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, '_includes'), { recursive: true });
    await mkdir(join(folder, 'content/articles'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    spawnSync('npm', ['install', ...quiet, `@11ty/eleventy@${VERSION}`], { cwd: folder });
    const columns = await readColumns(corpus);
    await writeFile(join(folder, 'eleventy.config.js'), CONFIG);
    await writeFile(join(folder, '_includes/article.liquid'), ARTICLE);
    await writeFile(join(folder, 'content/articles/articles.11tydata.js'), ARTICLE_DATA);
    await writeFile(join(folder, 'content/sitemap.liquid'), SITE_MAP);
    for (const [slug, { name, parent }] of columns) {
      await writeFile(join(folder, 'content', `list-${slug}.liquid`), list(slug, name, parent));
      await writeFile(join(folder, 'content', `feed-${slug}.liquid`), feed(slug, name, parent));
    }
    for (const file of corpus.files) {
      const { front, body } = await splitArticle(file);
      const slug = front['category'] ?? '';
      const { name, parent } = columns.get(slug) ?? { name: '', parent: '' };
      const above = columns.get(parent ?? '')?.name ?? '';
      const head = `---\ntitle: ${front['title']}\nsource: ${front['source']}\ndate: ${front['date']}\ndescription: ${excerptOf(body)}\ncolumn: ${slug}\ncolumnName: ${name}\nparent: ${parent}\nparentName: ${above}\ntags: [${slug}, ${parent}]\n---\n`;
      await writeFile(join(folder, 'content/articles', basename(file)), head + body);
    }
  },
  async build(folder) {
    await setAside(join(folder, '_site'));
    const command = `cd '${folder}' && node node_modules/@11ty/eleventy/cmd.cjs --quiet`;
    return measure(['sh', '-c', command]);
  },
};

const CONFIG = `export default function (config) {
  config.addFilter('day', (date) => date.toISOString().slice(0, 10));
  config.addFilter('newest', (list) => list.slice(-20).reverse());
  return { dir: { input: 'content', output: '_site', includes: '../_includes' }, markdownTemplateEngine: false, htmlTemplateEngine: 'liquid' };
}
`;

const ARTICLE_DATA = `export default {
  layout: 'article.liquid',
  permalink: (data) => \`/\${data.parent}/\${data.column}/\${data.page.fileSlug}/\`,
};
`;

const NEIGHBOUR = (filter: string): string =>
  `{% assign near = collections[column] | ${filter}: page %}{% if near %}<a href="{{ near.url }}">{{ near.data.title }}</a>{% else %}没有了{% endif %}`;

const ARTICLE = `${articleHead({
  title: '{{ title }}',
  description: '{{ description }}',
  date: '{{ page.date | day }}',
  source: '{{ source }}',
  column: '{{ columnName }}',
  path: '{{ page.url }}',
})}<nav>当前所在位置：<a href="/">首页</a> &gt; <a href="/{{ parent }}/">{{ parentName }}</a> &gt; <a href="/{{ parent }}/{{ column }}/">{{ columnName }}</a></nav><article><h1>{{ title }}</h1><p>来源：{{ source }} 发布日期：{{ page.date | day }}</p>{{ content }}<p>上一篇：${NEIGHBOUR('getNextCollectionItem')}</p><p>下一篇：${NEIGHBOUR('getPreviousCollectionItem')}</p></article>${FOOTER}`;

function list(slug: string, name: string, parent: string | undefined): string {
  const path = parent ? `${parent}/${slug}` : slug;
  return `---
pagination: { data: collections.${slug}, size: 20, reverse: true }
permalink: "/${path}/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber | plus: 1 }}/{% endif %}"
---
${listHead(name)}<ul>{% for item in pagination.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a> {{ item.date | day }}</li>{% endfor %}</ul><nav><a href="{{ pagination.href.previous }}">上一页</a> <a href="{{ pagination.href.next }}">下一页</a></nav>${FOOTER}`;
}

function feed(slug: string, name: string, parent: string | undefined): string {
  const path = parent ? `${parent}/${slug}` : slug;
  return `---
permalink: "/${path}/feed.xml"
---
<rss version="2.0"><channel><title>${name}</title>{% assign items = collections.${slug} | newest %}{% for item in items %}<item><title>{{ item.data.title }}</title><link>{{ item.url }}</link><description>{{ item.data.description }}</description><pubDate>{{ item.date | day }}</pubDate></item>{% endfor %}</channel></rss>`;
}

const SITE_MAP = `---
permalink: /sitemap.xml
---
<urlset>{% for item in collections.xwzx %}<url><loc>{{ item.url }}</loc><lastmod>{{ item.date | day }}</lastmod></url>{% endfor %}{% for item in collections.ywgz %}<url><loc>{{ item.url }}</loc><lastmod>{{ item.date | day }}</lastmod></url>{% endfor %}</urlset>`;
