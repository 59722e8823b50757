import type { PathWithRoute, RouteData } from 'astro';
import { describe, expect, it } from 'vitest';
import type { Renderer } from '../../../src/renderer/keep-renderer.ts';
import { pageArtifacts, renderPage } from '../../../src/renderer/render-page.ts';

/** A renderer of these paths, which notes what it is asked and answers with it. */
function aRenderer(paths: readonly [pathname: string, type: RouteData['type']][]) {
  const asked: string[] = [];
  const renderer: Renderer = {
    routes: () => [],
    paths: async () => paths.map(([pathname, type]) => aPath(pathname, type)),
    async html(pathname) {
      asked.push(`page ${pathname}`);
      return pathname;
    },
    async render({ url }) {
      asked.push(`endpoint ${url}`);
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
    ['/', 'page', '/', 'index.html'],
    ['', 'page', '', 'index.html'],
    ['/xwzx', 'page', '/xwzx', 'xwzx/index.html'],
    ['xwzx/tpxw/', 'page', 'xwzx/tpxw/', 'xwzx/tpxw/index.html'],
    ['/404', 'page', '/404', '404.html'],
    ['/404/', 'page', '/404/', '404.html'],
    ['/sitemap.xml', 'endpoint', 'http://localhost/jgsw/sitemap.xml', 'sitemap.xml'],
    ['xwzx/feed.xml', 'endpoint', 'http://localhost/jgsw/xwzx/feed.xml', 'xwzx/feed.xml'],
  ] as const)(
    '%j, a %s, is asked for as %s and written to %s',
    async (pathname, type, url, file) => {
      const { renderer, asked } = aRenderer([[pathname, type]]);
      const [page] = await pageArtifacts(renderer);
      if (!page) throw new Error('no page');
      const made = await renderPage(renderer, '/jgsw/', page);
      expect(asked).toEqual([`${type} ${url}`]);
      expect(page.path).toBe(file);
      expect(Buffer.from(made).toString()).toBe(url);
    },
  );
});

describe('a page that cannot be made', () => {
  const failing = (error: Error): Renderer => ({
    ...aRenderer([]).renderer,
    async html() {
      throw error;
    },
  });
  const page = aPath('/xwzx', 'page');

  it('is named when it is a bug', async () => {
    const cause = new RangeError('too deep');
    const failed = renderPage(failing(cause), '/', page);
    await expect(failed).rejects.toMatchObject({ code: 'EPAGE', pathname: '/xwzx', cause });
    await expect(failed).rejects.toThrow('/xwzx was not made: too deep');
  });

  it('says itself what it is when it is the machine or the content', async () => {
    const error = Object.assign(new Error('gone'), { code: 'ECONTENTCHANGED' });
    await expect(renderPage(failing(error), '/', page)).rejects.toBe(error);
  });
});

it('a file that is answered with an error is one', async () => {
  const renderer: Renderer = {
    ...aRenderer([]).renderer,
    render: async () => new Response('', { status: 500 }),
  };
  const failed = renderPage(renderer, '/', aPath('/feed.xml', 'endpoint'));
  await expect(failed).rejects.toMatchObject({ code: 'EPAGE' });
  await expect(failed).rejects.toThrow('answered with 500');
});
