/** Pagefind itself, as it is installed, searching bundles that are made here: a change of its form would show. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PagefindModule } from '../../../src/client/search/pagefind.ts';
import { runtimeFiles } from '../../../src/search/index/runtime-files.ts';
import { BUNDLE_ORDER, virtualBundle } from '../../../src/search/virtual-bundle.ts';
import type { BundleContents } from '../../../src/search/virtual-bundle.ts';
import { seededRandom } from '../../support/random.ts';

const { fetch } = globalThis;
let folder: string;
let version: string;
let pagefind: PagefindModule;
let files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pagefind-'));
  const runtime = await runtimeFiles(folder, '');
  ({ version } = runtime);
  const wasm = new Uint8Array(await readFile(join(folder, runtime.name, 'wasm.unknown.pagefind')));
  globalThis.fetch = async (input) => {
    const path = String(input)
      .replace(/^\/virtual\//, '')
      .replace(/\?.*$/, '');
    const bytes = path.endsWith('.pagefind') ? wasm : files.get(path);
    return new Response(bytes ?? null, { status: bytes ? 200 : 404 });
  };
  const script = pathToFileURL(join(folder, runtime.name, 'pagefind.js')).href;
  pagefind = (await import(/* @vite-ignore */ script)) as PagefindModule;
});

afterAll(async () => {
  globalThis.fetch = fetch;
  await rm(folder, { recursive: true });
});

async function search(
  contents: Omit<BundleContents, 'version'>,
  query: string,
  filters: Record<string, string> = {},
): Promise<number[]> {
  files = virtualBundle({ version, ...contents });
  const instance = pagefind.createInstance({ basePath: '/virtual/', baseUrl: '/', noWorker: true });
  const { results } = await instance.search(query, { filters, sort: { [BUNDLE_ORDER]: 'asc' } });
  return results.map(({ id }) => Number(id));
}

test('the pages that have all words, in the bundle’s order, and only those that filters let pass', async () => {
  const random = seededRandom(12);
  for (let round = 0; round < 20; round += 1) {
    const pages = random.between(1, 300);
    const draw = (part: number) =>
      Array.from({ length: pages }, (_, page) => page).filter(() => random.next() < part);
    const sets = ['aa', 'ab', 'ba'].map((name) => ({ name, on: draw(random.pick([0.1, 0.6, 1])) }));
    const words = sets.map(({ name, on }) => ({
      name,
      pages: on.map((page) => [page, [0]] as const),
    }));
    const [one, two] = [draw(0.5), draw(0.3)];
    const contents = { pages, words, filters: { 栏目: { '新闻/图片': one, 公告: two } } };
    const inAll = draw(1).filter((page) => sets.every(({ on }) => on.includes(page)));
    expect(await search(contents, 'aa ab ba')).toEqual(inAll);
    const passing = inAll.filter((page) => one.includes(page));
    expect(await search(contents, 'aa ab ba', { 栏目: '新闻/图片' })).toEqual(passing);
  }
});

test('words in quotation marks are found where they follow one another', async () => {
  const random = seededRandom(13);
  for (let round = 0; round < 15; round += 1) {
    const pages = random.between(1, 120);
    const rows = Array.from({ length: pages }, () =>
      ['aa', 'ab', 'ac'].map(() => {
        const places = Array.from({ length: random.between(1, 5) }, () => random.between(0, 40));
        return [...new Set(places)].toSorted((a, b) => a - b);
      }),
    );
    const words = ['aa', 'ab', 'ac'].map((name, word) => ({
      name,
      pages: rows.map((row, page) => [page, row[word] ?? []] as const),
    }));
    const follows = rows.flatMap(([a = [], b = [], c = []], page) =>
      a.some((place) => b.includes(place + 1) && c.includes(place + 2)) ? [page] : [],
    );
    expect(await search({ pages, words, filters: {} }, '"aa ab ac"')).toEqual(follows);
  }
});
