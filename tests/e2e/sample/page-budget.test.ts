/** What a reader on a slow line has to load, and from whom. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { useBrowser } from '../support/page.ts';

const sample = inject('sample');
const dist = inject('sampleDist');
const open = useBrowser();
const ARTICLE = 'xwzx/tpxw/202603/20260305-video-conference/';

it('an article is at most 35 kB of HTML, CSS and script, 12 kB of it CSS, 5 kB script', async () => {
  const { requests } = await open(sample + ARTICLE);
  const sizes = await Promise.all(
    requests
      .map((url) => new URL(url).pathname.slice(1))
      .filter((path) => /(?:\/|\.css|\.js)$/.test(path) && !path.startsWith('api/'))
      .map(async (path) => {
        const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
        return { path, size: gzipSync(await readFile(file)).length };
      }),
  );
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const script = sizes.filter(({ path }) => path.endsWith('.js'));
  expect(sizes.length).toBeGreaterThanOrEqual(3);
  expect(total).toBeLessThan(35_000);
  const style = sizes.filter(({ path }) => path.endsWith('.css'));
  expect(style.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(12_000);
  expect(script.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(5_000);
});

it.each(['', ARTICLE, 'xwzx/gzdt/', 'search/?q=%E8%8A%82%E8%83%BD', 'zwgk/jgzn/'])(
  'nothing on /%s comes from another host, and the CSP refuses nothing',
  async (path) => {
    const { requests, errors } = await open(sample + path);
    const hosts = new Set(requests.map((url) => new URL(url).host));
    expect([...hosts]).toEqual([new URL(sample).host]);
    expect(errors).toEqual([]);
  },
);

it('a page has no inline script, style or event handler', async () => {
  for (const path of ['', ARTICLE, 'search/']) {
    const html = await (await fetch(sample + path)).text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(
      ([, attributes = '']) => attributes,
    );
    expect(
      scripts.filter((attributes) => !/\bsrc=|application\/ld\+json/.test(attributes)),
    ).toEqual([]);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  }
});
