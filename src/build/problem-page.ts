/** What the dev server shows while the settings have problems and there is no site to show: the problems. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../labels/languages.ts';
import type { Language } from '../labels/languages.ts';
import { formatIssues } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import { escaped } from '../site/escape.ts';
import type { SiteOptions } from '../output/options.ts';

/** @param problems asked at each request: undefined while there is a site to show */
export function problemPage(problems: () => readonly Issue[] | undefined): Plugin {
  return {
    name: 'bureau-press:problem-page',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const issues = problems();
        if (!issues || !request.headers.accept?.includes('text/html')) return next();
        response.statusCode = 503;
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(problemHtml(issues));
      });
    },
  };
}

/** The page asks again by itself, until the problems are mended. */
export function problemHtml(issues: readonly Issue[]): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2">
<title>配置有问题</title>
<body style="font: 1.1rem/1.7 sans-serif; margin: 2rem; max-width: 60rem">
<h1>配置有问题，网站还不能显示</h1>
<p>改好、保存，这一页会自动变成网站。</p>
<pre style="white-space: pre-wrap; overflow-wrap: anywhere">${escaped(formatIssues(issues))}</pre>
`;
}

/** The path of the site's address, and its language, read as far as they can be while site.yaml has problems. */
export async function settingsSoFar({
  roots,
}: SiteOptions): Promise<{ base: string; language: Language }> {
  const text = await readFile(join(roots.content, 'site.yaml'), 'utf8').catch(() => '');
  const [, written = ''] = /^url\s*[:：]\s*["']?([^\s"']+)/m.exec(text) ?? [];
  const [, tag = ''] = /^language\s*[:：]\s*["']?([\w-]+)/m.exec(text) ?? [];
  return {
    base: (URL.parse(written)?.pathname ?? '/').replace(/\/?$/, '/'),
    language: LANGUAGES.find((language) => language === tag) ?? DEFAULT_LANGUAGE,
  };
}
