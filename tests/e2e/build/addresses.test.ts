/** Random bureaus whose addresses meet: whatever is accepted builds, and every address answers with what its owner says. */
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { startServer } from '../../../src/server/node-server.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { stopping } from '../../../src/model/issue.ts';
import { contentsOf } from '../support/contents.ts';
import { randomSite, withoutBlamed, writeRandomSite } from '../support/random-site.ts';
import type { RandomSite } from '../support/random-site.ts';
import { buildSite } from '../support/serve-built.ts';

const ROUNDS = Number(process.env['ADDRESS_ROUNDS'] ?? 4);
const FIRST_SEED = Number(process.env['ADDRESS_SEED'] ?? 1);
const SITE_NOW = '2026-11-25 09:00';
const MOVED = '页面已经移到新地址';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'addresses-'));
});
afterAll(() => rm(folder, { recursive: true }));

it(`${ROUNDS} random bureaus`, { timeout: 60_000 + ROUNDS * 20_000 }, async () => {
  const bureau = join(folder, 'bureau');
  const dist = join(folder, 'dist');
  const build = (out: string, flags: string[] = []) =>
    buildSite(bureau, out, { env: { SITE_NOW }, flags: ['--no-search', ...flags] });
  for (let seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed += 1) {
    const site = await accepted(bureau, randomSite(seededRandom(seed)));
    // Into the folder of the last one: names that were folders become files, and the reverse.
    await build(dist);
    expect([seed, await wrongAnswers(bureau, dist, site)]).toEqual([seed, []]);
    if (seed % 4 > 0) continue;
    await build(join(folder, 'fresh'), ['--full']);
    expect([seed, await contentsOf(dist)]).toEqual([seed, await contentsOf(join(folder, 'fresh'))]);
  }
});

/** What is left when all that is reported has been taken out: the remedy of every message. */
async function accepted(bureau: string, wanted: RandomSite): Promise<RandomSite> {
  let site = wanted;
  for (let round = 0; round < 20; round += 1) {
    await writeRandomSite(bureau, site);
    const { issues } = await readSite(
      siteOptions({
        content: join(bureau, 'content'),
        public: join(bureau, 'public'),
        now: SITE_NOW,
      }),
    );
    const stops = stopping(issues);
    if (stops.length === 0) return site;
    const next = withoutBlamed(site, stops);
    expect([next === site, JSON.stringify(next) === JSON.stringify(site), stops]).toEqual([
      false,
      false,
      stops,
    ]);
    site = next;
  }
  throw new Error('The remedies do not end');
}

async function wrongAnswers(bureau: string, dist: string, site: RandomSite): Promise<string[]> {
  const server = await startServer({
    dist,
    database: join(folder, 'views.db'),
    basePath: '/',
    port: 0,
    origins: ['https://www.example.gov.cn'],
  });
  const wrong: string[] = [];
  const ask = async (address: string) => {
    const url = new URL(address, server.url);
    const response = await fetch(url, { redirect: 'manual' });
    const location = response.headers.get('Location');
    return { status: response.status, location, text: await response.text() };
  };
  const shows = async (address: string, text: string): Promise<void> => {
    const got = await ask(address);
    const isRight = got.status === 200 && got.text.includes(text) && !got.text.includes(MOVED);
    if (!isRight) wrong.push(`${address}: ${got.status} ${got.location ?? ''}, not ${text}`);
  };
  const leads = async (address: string, to: string): Promise<void> => {
    const { status, location } = await ask(address);
    if (status !== 301 || location !== to)
      wrong.push(`${address}: ${status} ${location} not ${to}`);
    if (to.startsWith('/')) await shows(to, '');
  };
  try {
    const paths = new Map<string, string>();
    const pathOf = (slug: string): string => {
      const column = site.columns.find((each) => each.slug === slug);
      return column?.parent ? `${pathOf(column.parent)}/${slug}` : slug;
    };
    for (const { slug, name } of site.columns) {
      paths.set(slug, pathOf(slug));
      await shows(`/${pathOf(slug)}/`, name);
      await shows(`/${pathOf(slug)}/feed.xml`, '<rss');
    }
    await shows('/a/page/1/', '栏目a');
    for (const slug of site.pages) await shows(`/${slug}/`, `单页${slug}`);
    const articlePath = new Map<string, string>();
    for (const { id, column, attachments } of site.articles) {
      const path = `/${paths.get(column)}/202603/${id}/`;
      articlePath.set(id, path);
      await shows(path, `稿件${id}`);
      for (const file of attachments) await shows(path + encodeURIComponent(file), `${id} ${file}`);
    }
    for (const path of site.publicFiles) {
      const state = statSync(join(bureau, 'public', path), { throwIfNoEntry: false });
      if (!state?.isFile()) continue;
      await shows(`/${path.split('/').map(encodeURIComponent).join('/')}`, `public ${path}`);
    }
    for (const { id, aliases } of site.articles) {
      for (const alias of aliases) await leads(alias, articlePath.get(id) ?? '');
    }
    for (const { from, to } of site.redirects) {
      if (to.startsWith('https:')) await leads(from, to);
      if (articlePath.has(to)) await leads(from, articlePath.get(to) ?? '');
      if (to === '/' || to === '/a/') await leads(from, to);
      if ((await ask(from)).status !== 301) wrong.push(`${from} does not lead to ${to}`);
    }
    const own = [
      '',
      'elder/',
      'search/',
      'sitemap/',
      'sitemap.xml',
      'sitemap/2026.xml',
      'feed.xml',
    ];
    for (const path of [...own, 'feed.json', 'theme.css', 'robots.txt', 'search/titles.json']) {
      await shows(`/${path}`, '');
    }
    if ((await ask('/nothing-here')).status !== 404) wrong.push('404');
    return wrong;
  } finally {
    await server.close();
  }
}
