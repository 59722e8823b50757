import type { RouteData } from 'astro';
import { describe, expect, it } from 'vitest';
// Astro exports it to nobody; what it makes of params is what ours must make.
import { stringifyParams } from '../../../node_modules/astro/dist/core/routing/params.js';
import { routePath } from '../../../src/renderer/route-path.ts';
import { seededRandom } from '../../support/random.ts';

type Part = RouteData['segments'][number][number];

const still = (content: string): Part => ({ content, dynamic: false, spread: false });
const dynamic = (content: string): Part => ({ content, dynamic: true, spread: false });
const spread = (name: string): Part => ({ content: `...${name}`, dynamic: true, spread: true });

const ROUTES: [route: string, type: 'page' | 'endpoint', segments: Part[][]][] = [
  ['/[page]', 'page', [[dynamic('page')]]],
  ['/[...column]', 'page', [[spread('column')]]],
  [
    '/[...column]/[month]/[article]',
    'page',
    [[spread('column')], [dynamic('month')], [dynamic('article')]],
  ],
  [
    '/[...column]/page/[number]',
    'page',
    [[spread('column')], [still('page')], [dynamic('number')]],
  ],
  ['/[...column]/feed.xml', 'endpoint', [[spread('column')], [still('feed.xml')]]],
  ['/sitemap/[list].xml', 'endpoint', [[still('sitemap')], [dynamic('list'), still('.xml')]]],
];

const VALUES = [
  'tzgg',
  'xwzx/tpxw',
  '202603',
  '20260305-a',
  '1',
  '/a/',
  'a#b?c',
  '通知',
  'e\u0301',
  'a b',
  '%20',
];

describe.each(ROUTES)('%s', (route, type, segments) => {
  const data = { route, type, segments, component: 'a.astro' } as RouteData;

  it.each(['ignore', 'always', 'never'] as const)('is what Astro makes, with "%s"', (slash) => {
    const random = seededRandom(7);
    const pathOf = routePath(data, slash);
    for (let round = 0; round < 200; round += 1) {
      const params = Object.fromEntries(
        segments
          .flat()
          .filter((part) => part.dynamic)
          .map(({ content }) => [content.replace('...', ''), random.pick(VALUES)]),
      );
      if (random.next() < 0.2 && segments[0]?.[0]?.spread) delete params['column'];
      expect(pathOf(params)).toBe(stringifyParams(params, data, slash));
    }
  });
});

it('a param that is missing is an error', () => {
  const [, , segments] = ROUTES[0] ?? [];
  const data = { route: '/[page]', type: 'page', segments, component: '' } as unknown as RouteData;
  expect(() => routePath(data, 'ignore')({})).toThrow('/[page] needs page');
});
