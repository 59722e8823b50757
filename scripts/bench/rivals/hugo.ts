import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { measure } from '../measure.ts';
import { setAside } from '../set-aside.ts';
import { articleHead, excerptOf, FOOTER, listHead, readColumns, splitArticle } from './rival.ts';
import type { Rival } from './rival.ts';

export const hugo: Rival = {
  name: 'hugo',
  version() {
    const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    return stdout?.trim().split(' ').slice(0, 2).join(' ') || undefined;
  },
  async prepare(corpus, folder) {
    await rm(folder, { recursive: true, force: true });
    const layouts = join(folder, 'layouts/_default');
    await mkdir(layouts, { recursive: true });
    await writeFile(join(folder, 'config.yaml'), CONFIG);
    await writeFile(join(layouts, 'single.html'), SINGLE);
    await writeFile(join(layouts, 'list.html'), LIST);
    const columns = await readColumns(corpus);
    const sectionOf = (slug: string): string => join(columns.get(slug)?.parent ?? '', slug);
    for (const [slug, { name }] of columns) {
      const section = join(folder, 'content', sectionOf(slug));
      await mkdir(section, { recursive: true });
      await writeFile(join(section, '_index.md'), `---\ntitle: ${name}\n---\n`);
    }
    for (const file of corpus.files) {
      const { front, body } = await splitArticle(file);
      const head = `---\ntitle: ${front['title']}\nsource: ${front['source']}\ndate: ${front['date']}\ndescription: ${excerptOf(body)}\n---\n`;
      const section = join(folder, 'content', sectionOf(front['category'] ?? ''));
      await writeFile(join(section, basename(file)), head + body);
    }
  },
  async build(folder) {
    await setAside(join(folder, 'public'));
    return measure(['hugo', '--quiet', '--source', folder]);
  },
};

const CONFIG = `baseURL: https://bench.example.gov.cn/
title: 基准测试单位
languageCode: zh-CN
paginate: 20
hasCJKLanguage: true
disableKinds: [taxonomy, term]
services: { rss: { limit: 20 } }
`;

const CRUMBS =
  '<nav>当前所在位置：{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ if .IsHome }}首页{{ else }}{{ .Title }}{{ end }}</a> &gt; {{ end }}</nav>';

const SINGLE = `${articleHead({
  title: '{{ .Title }}',
  description: '{{ .Description }}',
  date: '{{ .Date.Format "2006-01-02" }}',
  source: '{{ .Params.source }}',
  column: '{{ .CurrentSection.Title }}',
  path: '{{ .RelPermalink }}',
})}${CRUMBS}<article><h1>{{ .Title }}</h1><p>来源：{{ .Params.source }} 发布日期：{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}<p>上一篇：{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ else }}没有了{{ end }}</p><p>下一篇：{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ else }}没有了{{ end }}</p></article>${FOOTER}`;

const LIST = `${listHead('{{ .Title }}')}${CRUMBS}<ul>{{ $pages := .Paginate .RegularPagesRecursive }}{{ range $pages.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}${FOOTER}`;
