/** Astro's configuration for a site: the same for `astro build`, `astro dev` and the compilation of the renderer. */
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import type { Plugin } from 'vite';
import type { Language } from '../labels/languages.ts';
import { languageOfScripts } from './language-of-scripts.ts';
import { CACHE, PROJECT } from '../system/project.ts';

/** Caches, wherever the present one is, and what `npm run site` publishes. */
const OWN = [CACHE, join(PROJECT, '.cache'), join(PROJECT, '.data')];

export interface AstroConfigOptions {
  /** Path under which the site lives, `/` or `/jgsw/`. */
  base: string;
  /** In which scripts speak to readers. */
  language: Language;
  outDir: string;
  publicDir: string;
  /** Astro's own notes; by default those of the project. */
  cacheDir?: string;
  integrations: AstroIntegration[];
  plugins?: Plugin[];
}

export function astroConfig(options: AstroConfigOptions): AstroUserConfig {
  const { base, language, outDir, publicDir, integrations, plugins = [] } = options;
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
      // Its renderer shows the bodies of .mdx articles (`components/mdx-content.ts`); none is compiled.
      mdx(),
      ...integrations,
    ],
    vite: {
      plugins: [languageOfScripts(language), ...plugins],
      build: {
        assetsInlineLimit: 0,
        // Words of scripts are constants: each is written where it is said.
        rolldownOptions: { optimization: { inlineConst: { mode: 'all' } } },
      },
      // Builds and what they keep are no sources; of a large archive they are more files than a system can watch.
      server: { watch: { ignored: [...OWN, outDir].map((folder) => `${folder}/**`) } },
    },
  };
}
