import { readdirSync, readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import { expect, test } from 'vitest';
import {
  rehypePlugins,
  remarkPlugins,
  remarkRehypeOptions,
} from '../../../src/markdown/plugins.ts';
import { resolveHtml } from '../../../src/markdown/resolve-html.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

const fixtures = new URL('fixtures/', import.meta.url);

/** What only .md can say: `<` and raw HTML, which MDX reads as components. */
const NOT_MDX = new Set(['raw-html', 'bare-addresses']);

/** The module that Astro's MDX compiler makes of a body. */
async function compile(body: string): Promise<string> {
  const processor = unified({
    remarkPlugins,
    rehypePlugins,
    remarkRehype: remarkRehypeOptions,
    gfm: false,
    smartypants: false,
  });
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: true },
  );
  const result = await renderer?.process(body, '/content/articles/2026/20260301-a/index.mdx', {});
  return result?.code ?? '';
}

/** The HTML of a body without components, which the compiler writes into the module as one string. */
async function htmlOf(body: string): Promise<string> {
  const [, literal = '""'] = /"set:html": ("(?:[^"\\]|\\.)*")/.exec(await compile(body)) ?? [];
  return String(JSON.parse(literal));
}

/** `data-outbound=""` is `data-outbound`. */
function withoutEmptyValues(html: string): string {
  return html.replaceAll('=""', '');
}

test.for(readdirSync(fixtures).filter((name) => !NOT_MDX.has(name)))(
  'an .mdx article gives the HTML of %s, too',
  async (name) => {
    const read = (file: string): string =>
      readFileSync(new URL(`${name}/${file}`, fixtures), 'utf8');
    const html = await resolveHtml(
      await htmlOf(`首段。\n\n${read('input.md')}`),
      aBodyContext(nothingKnown),
    );
    expect(withoutEmptyValues(`${html}\n`)).toBe(
      withoutEmptyValues(`<p>首段。</p>\n${read('output.html')}`),
    );
  },
);

test('a picture is no module of the renderer', async () => {
  const code = await compile('![甲](1.jpg)\n\n<PictureRow>\n![乙](2.jpg)\n</PictureRow>');
  expect(code).not.toContain('astro:assets');
  expect(code).not.toMatch(/from ["'][^"']*\.jpg/);
});
