/** Astro's configuration for a site: the same for `astro build`, `astro dev` and the compilation of the renderer. */
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import type { Plugin } from 'vite';
import type { Language } from '../labels/languages.ts';
import { languageOfScripts } from './language-of-scripts.ts';
import { CACHE, PROJECT } from '../system/project.ts';

/**
 * All of the project that a preview hands to browsers. What lies beside it is nobody's: the desk's people with their passwords,
 * certificates, texts of which no page is made.
 */
const SHOWN = [join(PROJECT, 'src'), join(PROJECT, 'node_modules')];
/** Caches, wherever the present one is, and what `npm run site` publishes. */
const OWN = [CACHE, join(PROJECT, '.cache'), join(PROJECT, '.data')];

/**
 * The oldest browsers of offices and of telephones that get no newer one. Without them the builder writes for those of last year:
 * `(width >= 46rem)`, which Chromium 100 does not read, and would have no layout but the narrowest.
 */
const STYLE_TARGET = ['chrome100', 'safari15.4', 'firefox115'];
/** Of their syntax; what they lack beside it the search stands in for (`client/search/older-browsers.ts`). */
const SCRIPT_TARGET = ['chrome100', 'firefox115'];

/**
 * A script that comes with the first press is asked for when it is needed, and by nothing else: what Vite puts around each
 * `import()` to load style sheets and neighbours with it is a fifth of an article's script, and there are none.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

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
      plugins: [languageOfScripts(language), plainImports, ...plugins],
      build: {
        assetsInlineLimit: 0,
        target: SCRIPT_TARGET,
        cssTarget: STYLE_TARGET,
        // Words of scripts are constants: each is written where it is said.
        rolldownOptions: { optimization: { inlineConst: { mode: 'all' } } },
      },
      // Builds and what they keep are no sources; of a large archive they are more files than a system can watch.
      server: {
        watch: { ignored: [...OWN, outDir].map((folder) => `${folder}/**`) },
        fs: { allow: SHOWN },
      },
    },
  };
}
