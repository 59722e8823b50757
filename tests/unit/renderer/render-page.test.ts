import type { PathWithRoute, RouteData } from 'astro';
import { describe, expect, it } from 'vitest';
import type { Renderer } from '../../../src/renderer/keep-renderer.ts';
import { pageArtifacts, renderPage } from '../../../src/renderer/render-page.ts';

/** A renderer of these paths, which notes what it is asked and answers with the address. */
function aRenderer(paths: readonly [pathname: string, type: RouteData['type']][]) {
  const asked: string[] = [];
  const renderer: Renderer = {
    routes: () => [],
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
      const { renderer, asked } = aRenderer([[pathname, type]]);
      const [page] = await pageArtifacts(renderer);
      if (!page) throw new Error('no page');
      const bytes = await renderPage(renderer, '/jgsw/', page);
      expect(asked).toEqual([`${type} http://localhost${url}`]);
      expect(page.path).toBe(file);
      expect(new TextDecoder().decode(bytes)).toBe(`http://localhost${url}`);
    },
  );
});

it.each([
  [
    'fails',
    () => Promise.reject(new Error('The page could not be rendered')),
    'could not be rendered',
  ],
  ['is answered with an error', async () => new Response('', { status: 500 }), 'answered with 500'],
])('a page that %s is an error', async (_, answer, message) => {
  const { renderer } = aRenderer([['/', 'page']]);
  const [page] = await pageArtifacts(renderer);
  if (!page) throw new Error('no page');
  await expect(renderPage({ ...renderer, render: answer }, '/', page)).rejects.toThrow(message);
});

describe('a page that cannot be made', () => {
  const failing = (error: Error): Renderer => ({
    ...aRenderer([]).renderer,
    async render() {
      throw error;
    },
  });
  const page = aPath('/xwzx', 'page');

  it('is named when it is a bug', async () => {
    const cause = new RangeError('too deep');
    const failed = renderPage(failing(cause), '/', page);
    await expect(failed).rejects.toMatchObject({ code: 'EPAGE', pathname: '/xwzx', cause });
  });

  it('says itself what it is when it is the machine or the content', async () => {
    const error = Object.assign(new Error('gone'), { code: 'ECONTENTCHANGED' });
    await expect(renderPage(failing(error), '/', page)).rejects.toBe(error);
  });

  it('is an error when it is answered with one', async () => {
    const renderer = {
      ...aRenderer([]).renderer,
      render: async () => new Response('', { status: 500 }),
    };
    await expect(renderPage(renderer, '/', page)).rejects.toMatchObject({ code: 'EPAGE' });
  });
});
