import type { PathWithRoute, RouteData } from 'astro';
import { describe, expect, it } from 'vitest';
import type { Renderer } from '../../../src/build/keep-renderer.ts';
import { createOutput } from '../../../src/build/output.ts';
import { renderPages } from '../../../src/build/render-pages.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

/** A renderer of these paths, which notes what it is asked and answers with the address. */
function aRenderer(paths: readonly [pathname: string, type: RouteData['type']][]) {
  const asked: string[] = [];
  const renderer: Renderer = {
    paths: async () => paths.map(([pathname, type]) => aPath(pathname, type)),
    async render({ url }, { type }) {
      asked.push(`${type} ${url}`);
      return new Response(url);
    },
  };
  return { renderer, asked };
}

function aPath(pathname: string, type: RouteData['type']): PathWithRoute {
  const route: RouteData = {
    route: pathname,
    component: '',
    params: [],
    distURL: [],
    pattern: /^/,
    segments: [],
    type,
    prerender: true,
    fallbackRoutes: [],
    isIndex: false,
    origin: 'project',
  };
  return { pathname, route };
}

describe('a path of the site', () => {
  it.each([
    ['/', 'page', '/jgsw/', 'index.html'],
    ['', 'page', '/jgsw/', 'index.html'],
    ['/xwzx', 'page', '/jgsw/xwzx/', 'xwzx/index.html'],
    ['xwzx/tpxw/', 'page', '/jgsw/xwzx/tpxw/', 'xwzx/tpxw/index.html'],
    ['/404', 'page', '/jgsw/404/', '404.html'],
    ['/404/', 'page', '/jgsw/404/', '404.html'],
    ['/sitemap.xml', 'endpoint', '/jgsw/sitemap.xml', 'sitemap.xml'],
    ['xwzx/feed.xml', 'endpoint', '/jgsw/xwzx/feed.xml', 'xwzx/feed.xml'],
  ] as const)(
    '%j, a %s, is asked for as %s and written to %s',
    async (pathname, type, url, file) => {
      const folder = await aFolder();
      const { renderer, asked } = aRenderer([[pathname, type]]);
      await renderPages(renderer, '/jgsw/', createOutput(folder), () => undefined);
      expect(asked).toEqual([`${type} http://localhost${url}`]);
      const files = await everythingIn(folder);
      expect(files.filter((path) => !path.endsWith('/'))).toEqual([file]);
    },
  );
});

it('every page is rendered once, in order, and reported', async () => {
  const { renderer, asked } = aRenderer([
    ['/', 'page'],
    ['/a', 'page'],
    ['/robots.txt', 'endpoint'],
  ]);
  const output = createOutput(await aFolder());
  const reports: [number, number][] = [];
  const count = await renderPages(renderer, '/', output, (done, total) =>
    reports.push([done, total]),
  );
  expect(count).toBe(3);
  expect(asked).toEqual([
    'page http://localhost/',
    'page http://localhost/a/',
    'endpoint http://localhost/robots.txt',
  ]);
  expect(reports).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(output.changed).toBe(3);
});

it('a page that fails stops the build', async () => {
  const { renderer } = aRenderer([['/', 'page']]);
  renderer.render = () => Promise.reject(new Error('The page could not be rendered'));
  const output = createOutput(await aFolder());
  await expect(renderPages(renderer, '/', output, () => undefined)).rejects.toThrow(
    'The page could not be rendered',
  );
  expect(output.changed).toBe(0);
});
