/** Other generators on the same corpus with an equal set of pages: article, lists of 20, feed, site map. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Corpus } from './corpus.ts';
import { measure } from './measure.ts';
import type { Cost } from './measure.ts';

export interface Rival {
  name: string;
  /** Its version; undefined where it is not to be had. */
  version(): string | undefined;
  /** Writes its project from the corpus. */
  prepare(corpus: Corpus, folder: string): Promise<void>;
  build(folder: string): Promise<Cost>;
}

const FRAME_HEAD = (title: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta name="SiteName" content="基准测试单位"><meta name="SiteIDCode" content="1234567890">`;

const hugo: Rival = {
  name: 'hugo',
  version() {
    const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    return stdout?.trim().split(' ').slice(0, 2).join(' ') || undefined;
  },
  async prepare(corpus, folder) {
    await rm(folder, { recursive: true, force: true });
    const layouts = join(folder, 'layouts');
    await mkdir(join(layouts, '_default'), { recursive: true });
    await writeFile(
      join(folder, 'config.yaml'),
      'baseURL: https://bench.example.gov.cn/\ntitle: 基准测试单位\nlanguageCode: zh-CN\npaginate: 20\nhasCJKLanguage: true\ndisableKinds: [taxonomy, term]\n',
    );
    await writeFile(
      join(layouts, '_default/single.html'),
      `${FRAME_HEAD('{{ .Title }}')}<meta name="ArticleTitle" content="{{ .Title }}"><meta name="PubDate" content="{{ .Date.Format "2006-01-02" }}"><meta name="ContentSource" content="{{ .Params.source }}"></head><body><nav>首页 &gt; <a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></nav><h1>{{ .Title }}</h1><p>来源：{{ .Params.source }} 发布日期：{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</body></html>`,
    );
    await writeFile(
      join(layouts, '_default/list.html'),
      `${FRAME_HEAD('{{ .Title }}')}</head><body><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}</body></html>`,
    );
    for (const file of corpus.files) {
      const { front, body } = await split(file);
      const section = join(folder, 'content', front['category'] ?? 'x');
      await mkdir(section, { recursive: true });
      const head = `---\ntitle: ${front['title']}\nsource: ${front['source']}\ndate: ${front['date']}\n---\n`;
      await writeFile(join(section, basename(file)), head + body);
    }
  },
  async build(folder) {
    await rm(join(folder, 'public'), { recursive: true, force: true });
    return measure(['hugo', '--quiet', '--source', folder]);
  },
};

const eleventy: Rival = {
  name: 'eleventy',
  version() {
    const { status } = spawnSync('npm', ['view', '@11ty/eleventy', 'version'], {
      encoding: 'utf8',
    });
    return status === 0 ? 'Eleventy 3' : undefined;
  },
  async prepare(corpus, folder) {
    await rm(join(folder, 'content'), { recursive: true, force: true });
    await mkdir(join(folder, '_includes'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', '@11ty/eleventy@3'],
      {
        cwd: folder,
        stdio: 'inherit',
      },
    );
    await writeFile(
      join(folder, 'eleventy.config.js'),
      `export default function (config) {
  config.addCollection('all', (api) => api.getFilteredByGlob('content/articles/**/*.md').sort((a, b) => b.date - a.date));
  return { dir: { input: 'content', output: '_site', includes: '../_includes' }, markdownTemplateEngine: false, htmlTemplateEngine: 'liquid' };
}\n`,
    );
    await mkdir(join(folder, 'content/articles'), { recursive: true });
    await writeFile(
      join(folder, 'content/articles/articles.11tydata.js'),
      `export default { layout: 'article.liquid', permalink: (data) => '/' + data.category + '/' + data.page.fileSlug + '/' };\n`,
    );
    await writeFile(
      join(folder, '_includes/article.liquid'),
      `${FRAME_HEAD('{{ title }}')}<meta name="ArticleTitle" content="{{ title }}"><meta name="PubDate" content="{{ date }}"><meta name="ContentSource" content="{{ source }}"></head><body><nav>首页 &gt; {{ category }}</nav><h1>{{ title }}</h1><p>来源：{{ source }} 发布日期：{{ date }}</p>{{ content }}</body></html>`,
    );
    await writeFile(
      join(folder, 'content/list.liquid'),
      `---\npagination: { data: collections.all, size: 20 }\npermalink: "/list/{{ pagination.pageNumber }}/"\n---\n${FRAME_HEAD('列表')}</head><body><ul>{% for item in pagination.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a> {{ item.data.date }}</li>{% endfor %}</ul></body></html>`,
    );
    await writeFile(
      join(folder, 'content/sitemap.liquid'),
      `---\npermalink: /sitemap.xml\n---\n<urlset>{% for item in collections.all %}<url><loc>{{ item.url }}</loc></url>{% endfor %}</urlset>`,
    );
    for (const file of corpus.files) {
      await writeFile(join(folder, 'content/articles', basename(file)), await readFile(file));
    }
  },
  async build(folder) {
    await rm(join(folder, '_site'), { recursive: true, force: true });
    return measure([
      'sh',
      '-c',
      `cd '${folder}' && node node_modules/@11ty/eleventy/cmd.cjs --quiet`,
    ]);
  },
};

export const RIVALS: readonly Rival[] = [hugo, eleventy];

async function split(file: string): Promise<{ front: Record<string, string>; body: string }> {
  const [, front = '', body = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(await readFile(file, 'utf8')) ?? [];
  return { front: parse(front, { schema: 'failsafe' }) as Record<string, string>, body };
}
