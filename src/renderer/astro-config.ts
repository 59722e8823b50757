/** Astro's configuration for a site: the same for `astro build`, `astro dev` and the compilation of the renderer. */
import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import type { Plugin } from 'vite';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from '../markdown/plugins.ts';
import { remarkRefusePrograms } from '../markdown/remark-refuse-programs.ts';
import type { Article } from '../model/article.ts';
import { CACHE, PROJECT } from '../system/project.ts';
import { mdxArticles } from './mdx-articles.ts';

export interface AstroConfigOptions {
  /** Path under which the site lives, `/` or `/jgsw/`. */
  base: string;
  outDir: string;
  publicDir: string;
  /** Astro's own notes; by default those of the project. */
  cacheDir?: string;
  articles: () => readonly Article[];
  integrations: AstroIntegration[];
  plugins?: Plugin[];
}

export function astroConfig(options: AstroConfigOptions): AstroUserConfig {
  const { base, outDir, publicDir, articles, integrations, plugins = [] } = options;
  const { cacheDir = join(PROJECT, '.cache/astro') } = options;
  return {
    root: PROJECT,
    base,
    outDir,
    publicDir,
    cacheDir,
    trailingSlash: 'ignore',
    // Strict CSP: no inline style, no inline script.
    build: { format: 'directory', inlineStylesheets: 'never', concurrency: 1 },
    // Line breaks of the templates would show as spaces between Han characters.
    compressHTML: 'jsx',
    devToolbar: { enabled: false },
    integrations: [
      mdx({
        processor: unified({
          remarkPlugins: [remarkRefusePrograms, ...remarkPlugins],
          rehypePlugins,
          remarkRehype: remarkRehypeOptions,
          gfm: false,
          smartypants: false,
        }),
        syntaxHighlight: false,
      }),
      ...integrations,
    ],
    vite: {
      plugins: [mdxArticles(articles), ...plugins],
      build: { assetsInlineLimit: 0 },
      // Builds and what they keep are no sources; of a large archive they are more files than a system can watch.
      server: { watch: { ignored: [CACHE, outDir].map((folder) => `${folder}/**`) } },
      // MDX articles may lie outside the project (another bureau's folder), where bare imports find nothing.
      resolve: { alias: { 'astro/jsx-runtime': import.meta.resolve('astro/jsx-runtime') } },
    },
  };
}
