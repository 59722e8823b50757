/** An .mdx body made HTML twice: as the site shows it, and compiled and run by Astro's own MDX. Components are the site's. */
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import renderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import * as compilerRuntime from 'astro/compiler-runtime';
import * as jsxRuntime from 'astro/jsx-runtime';
import {
  rehypePlugins,
  remarkPlugins,
  remarkRehypeOptions,
} from '../../../src/markdown/plugins.ts';
import { resolveHtml } from '../../../src/markdown/resolve-html.ts';
import { mdxContent } from '../../../src/components/mdx-content.ts';
import { bodyComponents } from '../../../src/markdown/components.ts';
import type { BodyComponents } from '../../../src/components/mdx-content.ts';
import { aBodyContext } from './a-body-context.ts';

const BODY_COMPONENTS = join(import.meta.dirname, '../../../src/components/body');
type Component = Parameters<AstroContainer['renderToString']>[0];

// What the components tell the bundler is of no use here.
const runtime = { ...compilerRuntime, createMetadata: () => undefined };

/** A function that compiles, runs and renders bodies; what they hold is run in this process. */
export async function mdxRunner(): Promise<(body: string) => Promise<string>> {
  const context = aBodyContext();
  const compiler = await unified({
    remarkPlugins,
    rehypePlugins: [...rehypePlugins(context.labels), keepPictures],
    remarkRehype: { ...remarkRehypeOptions(context.labels) },
    gfm: false,
    smartypants: false,
  }).createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false });
  if (!compiler) throw new Error('No MDX compiler');
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer });
  const components = siteComponents();
  return async (body) => {
    const { code } = await compiler.process(body, '/articles/2026/20260301-a/index.mdx', {});
    const MDXContent = evaluate(code, jsxRuntime) as (props: object) => unknown;
    const Content = Object.assign((props: object) => MDXContent({ ...props, components }), {
      [Symbol.for('mdx-component')]: true,
      [Symbol.for('astro.renderer')]: 'astro:jsx',
    });
    const html = await container.renderToString(Content as unknown as Component);
    return resolveHtml(html, context);
  };
}

/** A function that shows bodies as the site does. */
export async function mdxShower(
  context = aBodyContext(),
): Promise<(body: string) => Promise<string>> {
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer });
  const components = siteComponents() as BodyComponents;
  return async (body) => {
    const content = await mdxContent(body, components, context.labels);
    const html = await container.renderToString(content as unknown as Component);
    return resolveHtml(html, context);
  };
}

/** Without this Astro would import each picture as a module. */
function keepPictures() {
  return (_tree: unknown, file: { data: { astro?: { localImagePaths?: string[] } } }): void => {
    if (file.data.astro) file.data.astro.localImagePaths = [];
  };
}

function siteComponents(): Record<string, unknown> {
  const { transform } = createRequire(createRequire(import.meta.url).resolve('astro'))(
    '@astrojs/compiler-rs',
  ) as { transform(source: string, options: object): { code: string } };
  return Object.fromEntries(
    [...bodyComponents.keys()].map((name) => {
      const source = readFileSync(join(BODY_COMPONENTS, `${name}.astro`), 'utf8');
      const options = {
        filename: `${name}.astro`,
        internalURL: 'runtime',
        compact: 'jsx',
        resultScopedSlot: true,
      };
      return [name, evaluate(stripTypeScriptTypes(transform(source, options).code), runtime)];
    }),
  );
}

/** The default export of a module whose one import is `runtime`; any other import is a syntax error. */
function evaluate(code: string, runtime: object): unknown {
  const program = code
    .replace(
      /^import \{([^}]*)\} from [^\n]*$/m,
      (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = runtime;`,
    )
    .replace(/^export default (?:function )?([\w$]+)/m, (all, name: string) =>
      all.includes('function') ? `return ${name}; function ${name}` : `return ${name}`,
    )
    .replaceAll(/^export (?=const|function)/gm, '');
  return new Function('runtime', program)(runtime);
}
