/** Whatever happens to an archive, a build of the change gives the bytes of a build from nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentsOf } from '../support/contents.ts';
import { startHistory } from '../support/history.ts';
import { buildSite } from '../support/serve-built.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const ARTICLES = 240;
const EDITS = 40;
const SITE_NOW = '2026-11-25 09:00';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incremental-'));
});
afterAll(() => rm(folder, { recursive: true }));

it(
  `${EDITS} random edits: built upon the last build and from nothing`,
  { timeout: 900_000 },
  async () => {
    const archive = join(folder, 'archive');
    const { edit } = await startHistory(archive, ARTICLES, 7);
    const grow = () =>
      buildSite(archive, join(folder, 'grown'), { env: { SITE_NOW }, flags: ['--no-search'] });
    // Its own cache, so that nothing that the other build remembers can hide a difference.
    const SITE_CACHE = join(PROJECT, '.cache/tests/fresh');
    const fresh = () =>
      buildSite(archive, join(folder, 'fresh'), {
        env: { SITE_NOW, SITE_CACHE },
        flags: ['--no-search', '--full', '--paranoid'],
      });

    const pages = renderedBy(await grow());
    let rendered = 0;
    for (let round = 1; round <= EDITS; round += 1) {
      const what = await edit();
      const [log] = await Promise.all([grow(), fresh()]);
      const [grownFiles, freshFiles] = await Promise.all([
        contentsOf(join(folder, 'grown')),
        contentsOf(join(folder, 'fresh')),
      ]);
      const different = Object.keys({ ...grownFiles, ...freshFiles }).filter(
        (path) => grownFiles[path] !== freshFiles[path],
      );
      expect([round, what, different]).toEqual([round, what, []]);
      rendered += renderedBy(log);
    }
    // Most edits touch a handful of pages; a name in the navigation touches all.
    expect(rendered / EDITS).toBeLessThan(pages / 3);
  },
);

function renderedBy(log: string): number {
  return Number(/生成 (\d+) 个页面/.exec(log)?.[1]);
}
