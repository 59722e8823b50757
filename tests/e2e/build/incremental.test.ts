/** Whatever happens to an archive, a build of the change gives the bytes of a build from nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentsOf } from '../support/contents.ts';
import { startHistory } from '../support/history.ts';
import { buildSite } from '../support/serve-built.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const ARTICLES = 120;
/** `npm run test:faults` takes sixty, each with the search index. */
const EDITS = Number(process.env['HISTORY_EDITS'] ?? 24);
/** A build from nothing takes longest: what several builds upon the last have done is compared at once. */
const COMPARED_EVERY = Number(process.env['HISTORY_COMPARED_EVERY'] ?? 4);
/** The search index is compared in one round of so many. */
const WITH_SEARCH = Number(process.env['HISTORY_SEARCH_EVERY'] ?? 12);
const SEED = Number(process.env['HISTORY_SEED'] ?? 7);
const SITE_NOW = '2026-11-25 09:00';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incremental-'));
});
afterAll(() => rm(folder, { recursive: true }));

it(
  `${EDITS} random edits: built upon the last build and from nothing`,
  { timeout: EDITS * 60_000 },
  async () => {
    const archive = join(folder, 'archive');
    const { edit } = await startHistory(archive, ARTICLES, SEED);
    const grow = (flags: string[]) =>
      buildSite(archive, join(folder, 'grown'), { env: { SITE_NOW }, flags });
    // Its own cache, so that nothing that the other build remembers can hide a difference; only the renderer stays.
    const SITE_CACHE = join(PROJECT, '.cache/tests/fresh');
    const fresh = async (flags: string[]) => {
      await rm(join(SITE_CACHE, 'sites'), { recursive: true, force: true });
      await buildSite(archive, join(folder, 'fresh'), {
        env: { SITE_NOW, SITE_CACHE },
        flags: [...flags, '--full'],
      });
    };

    const pages = renderedBy(await grow([]));
    let rendered = 0;
    let before = await contentsOf(join(folder, 'grown'));
    const publications: number[] = [];
    const edits: string[] = [];
    for (let round = 1; round <= EDITS; round += 1) {
      const what = await edit();
      edits.push(what);
      const flags = round % WITH_SEARCH === 0 ? [] : ['--no-search'];
      const isCompared = round % COMPARED_EVERY === 0;
      const [log] = await Promise.all([grow(flags), isCompared && fresh(flags)]);
      const grownFiles = await contentsOf(join(folder, 'grown'));
      if (isCompared) {
        const freshFiles = await contentsOf(join(folder, 'fresh'));
        const different = Object.keys({ ...grownFiles, ...freshFiles }).filter(
          (path) => grownFiles[path] !== freshFiles[path],
        );
        expect(different, `${round}: ${edits.splice(0).join('; ')}`).toEqual([]);
      }
      rendered += renderedBy(log);
      const changed = Object.keys(grownFiles).filter(
        (path) => path.endsWith('.html') && grownFiles[path] !== before[path],
      );
      if (what.startsWith('new today')) publications.push(changed.length);
      before = grownFiles;
    }
    expect(publications.length).toBeGreaterThan(0);
    expect(Math.max(...publications)).toBeLessThanOrEqual(12);
    // Most edits touch a handful of pages; a name in the navigation touches all.
    expect(rendered / EDITS).toBeLessThan(pages / 3);
  },
);

function renderedBy(log: string): number {
  return Number(/生成 (\d+) 个页面/.exec(log)?.[1]);
}
