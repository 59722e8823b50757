/**
 * A Vite plugin that gives the renderer its MDX articles as `virtual:mdx-articles`. Their front matter is ours
 * to read, so @astrojs/mdx is shown the body alone, on the lines where it stands.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { readFrontMatter } from '../reading/front-matter.ts';
import { decodeText } from '../reading/text-file.ts';
import type { Article } from '../model/article.ts';

const ID = 'virtual:mdx-articles';

/** Vite's name for the list, which the dev server renews when articles come and go. */
export const mdxRegistryId = `\0${ID}`;

/** @param articles asked each time, because the dev server's change */
export function mdxArticles(articles: () => readonly Article[]): Plugin {
  return {
    name: 'bureau-press:mdx-articles',
    enforce: 'pre',
    resolveId: (id) => (id === ID ? mdxRegistryId : undefined),
    async load(id) {
      if (id === mdxRegistryId) return registry(articles());
      const path = id.split('?')[0] ?? id;
      if (!articles().some((article) => article.path === path)) return undefined;
      return mdxBody(await readFile(path), path);
    },
  };
}

function registry(articles: readonly Article[]): string {
  const entries = articles
    .filter(({ format }) => format === 'mdx')
    .map(({ id, path }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(path)})`);
  return `export const mdxArticles = { ${entries.join(', ')} };`;
}

function mdxBody(bytes: Buffer, path: string): string {
  const decoded = decodeText(bytes, path);
  if (!('text' in decoded)) throw new Error(`${path} is not UTF-8`);
  const { body, bodyLine } = readFrontMatter(decoded.text, path);
  return hideFrontMatter(body, bodyLine);
}

/**
 * The body alone, on its lines, below front matter that says nothing: without it @astrojs/mdx would take a body that begins
 * with `---` or `+++` for front matter, drop its text and import whatever `layout:` names there.
 * @param bodyLine 3 or more, for the lines of the article's own front matter are above it
 */
export function hideFrontMatter(body: string, bodyLine: number): string {
  return `---${'\n'.repeat(bodyLine - 2)}---\n${body}`;
}
