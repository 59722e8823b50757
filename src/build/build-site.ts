/** content/ → dist/: check, render, finish. What `npm run build` calls. */
import { mkdir } from 'node:fs/promises';
import type { Issue } from '../model/issue.ts';
import type { Unpublished } from '../model/content.ts';
import { setCurrentSite } from '../site/current-site.ts';
import { openRenderer } from './compile-renderer.ts';
import { copyFolder } from './copy-folder.ts';
import { finishSite } from './finish-site.ts';
import { rememberBuild } from './last-build.ts';
import type { SiteOptions } from './options.ts';
import { createOutput } from './output.ts';
import type { Progress } from './progress.ts';
import { readSite } from './read-site.ts';
import { renderPages } from './render-pages.ts';

export interface BuildResult {
  /** When there is any, nothing was written. */
  issues: Issue[];
  unpublished: Unpublished[];
  articles: number;
  /** Pages and files that the renderer made. */
  rendered: number;
  /** Files of `dist/` whose bytes changed. */
  changed: number;
}

export interface BuildParts {
  /** Left out by benchmarks that measure the rest. */
  search: boolean;
  pictures: boolean;
}

export async function buildSite(
  options: SiteOptions,
  progress: Progress,
  parts: BuildParts = { search: true, pictures: true },
): Promise<BuildResult> {
  progress.say('读取稿件……');
  const { current, issues, unpublished } = await readSite(options);
  if (!current) return { issues, unpublished, articles: 0, rendered: 0, changed: 0 };
  const { site } = current;
  const { articles } = site.content;
  setCurrentSite(current);

  const kept = await openRenderer(site.base, articles, () =>
    progress.say('编译页面模板（模板改动后的第一次，约十秒）……'),
  );
  await mkdir(options.out, { recursive: true });
  const output = createOutput(options.out);
  // First, so that a build that is killed leaves a folder that the next one may use.
  await output.mark();
  progress.say(`生成页面：${articles.length} 篇稿件……`);
  const rendered = await renderPages(kept.renderer, site.base, output, progress.count('生成页面'));
  await copyFolder(kept.assets, output);
  await copyFolder(options.roots.public, output);
  await finishSite(current, output, progress, parts);
  await output.prune();
  await rememberBuild(options, articles, unpublished);
  return { issues: [], unpublished, articles: articles.length, rendered, changed: output.changed };
}
