import { hash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { offlinePage } from '../../../src/site/offline-page.ts';
import { offlineWorker, workerHref } from '../../../src/site/offline-worker.ts';
import { aSite, someColumns } from '../../support/a-site.ts';

const site = aSite({ columns: someColumns() });
const withConfig = (change: object) => ({ ...site, config: { ...site.config, ...change } });

/** What the worker does when it hears something: its program, run with what a browser gives it. */
function started(program: string) {
  const heard = new Map<string, (event: object) => void>();
  const left: string[] = [];
  runInNewContext(program, {
    URL,
    Response,
    skipWaiting: () => undefined,
    registration: { unregister: () => left.push('unregistered') },
    addEventListener: (name: string, run: (event: object) => void) => heard.set(name, run),
  });
  const fetched = (url: string, mode: string): Promise<Response> | undefined => {
    let answer: Promise<Response> | undefined;
    heard.get('fetch')?.({
      request: { url, mode },
      get preloadResponse() {
        return Promise.reject(new TypeError('Failed to fetch'));
      },
      respondWith: (given: Promise<Response>) => (answer = given),
    });
    return answer;
  };
  return { heard, left, fetched };
}

const ORIGIN = new URL(site.origin).origin;

it.each([
  ['the home page', ''],
  ['an article', 'xwzx/tpxw/202603/20260305-a/'],
  ['the search', 'search/?q=1'],
])('says of %s that there is no network', async (_, path) => {
  const answer = await started(offlineWorker(site)).fetched(ORIGIN + site.base + path, 'navigate');
  expect(answer?.status).toBe(503);
  expect(answer?.headers.get('cache-control')).toBe('no-store');
  expect(await answer?.text()).toContain('没有连上网络');
});

it('leaves pages of others alone, and all that is no page', async () => {
  const { fetched } = started(offlineWorker(site));
  await expect(fetched(`${ORIGIN}${site.base}oa/login`, 'navigate')).rejects.toThrow('Failed');
  for (const [path, mode] of [
    ['_astro/a.css', 'no-cors'],
    ['pagefind/list.json', 'cors'],
    ['xwzx/', 'same-origin'],
  ] as const)
    expect(fetched(ORIGIN + site.base + path, mode)).toBeUndefined();
});

it('keeps nothing that it could show later', () => {
  expect(offlineWorker(site)).not.toMatch(/caches|indexedDB|importScripts/);
});

it('takes itself away where the bureau wants none', () => {
  const without = withConfig({ offline: false });
  const { heard, left } = started(offlineWorker(without));
  heard.get('activate')?.({ waitUntil: () => undefined });
  expect([...heard.keys()]).toEqual(['install', 'activate']);
  expect(left).toEqual(['unregistered']);
  expect([workerHref(site), workerHref(without)]).toEqual([`${site.base}sw.js`, undefined]);
});

it('its page may run nothing but its own style and script, whatever the bureau is called', () => {
  const { html, contentSecurityPolicy } = offlinePage(
    withConfig({ name: '<script>alert(1)</script>"局"&' }),
  );
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
  const allowed = [style, ...scripts].map((text) => `'sha256-${hash('sha256', text, 'base64')}'`);
  expect(scripts).toHaveLength(1);
  expect(contentSecurityPolicy).toContain(`style-src ${allowed[0]}; script-src ${allowed[1]};`);
  expect(html).toContain(
    '<header>&lt;script&gt;alert(1)&lt;/script&gt;&quot;局&quot;&amp;</header>',
  );
});
