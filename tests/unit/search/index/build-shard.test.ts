import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildShard } from '../../../../src/search/index/build-shard.ts';
import type { SearchDocument } from '../../../../src/search/search-document.ts';

const DOCUMENTS: SearchDocument[] = Array.from({ length: 30 }, (_, at) => ({
  url: `/a/${at}/`,
  title: `第${at}期值班安排`,
  text: `机关事务管理局“三新”要求，${at}月5日公布。国办发〔2017〕${at}号。`,
  columns: ['新闻资讯', at % 2 === 0 ? '图片新闻' : '工作动态'],
  year: String(2024 + (at % 3)),
  source: at % 2 === 0 ? '甲处' : '乙处',
  date: `${2024 + (at % 3)}-01-${String((at % 28) + 1).padStart(2, '0')}`,
}));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'search-index-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function bundleOf(
  name: string,
  documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>,
) {
  const outFolder = path.join(folder, name);
  const built = await buildShard({ documents, outFolder, everyCharacter: false });
  const entries = await readdir(outFolder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((it) => it.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    files[path.relative(outFolder, file)] = (await readFile(file)).toString('base64');
  }
  return { built, files };
}

async function* reversed() {
  yield* DOCUMENTS.toReversed();
}

test('the same documents give the same bytes, in whatever order they come', async () => {
  const first = await bundleOf('first', DOCUMENTS);
  const second = await bundleOf('second', reversed());
  expect(second.files).toEqual(first.files);
  expect(second.built).toEqual(first.built);
});

test('holds what the search page loads and nothing else', async () => {
  const { built, files } = await bundleOf('kinds', DOCUMENTS);
  const kinds = new Set(
    Object.keys(files).map((name) => name.replace(/(?<=[./])[\w-]+(?=\.pf_)/, '*')),
  );
  expect([...kinds].toSorted()).toEqual([
    'bundle/filter/*.pf_filter',
    'bundle/fragment/*.pf_fragment',
    'bundle/index/*.pf_index',
    'bundle/pagefind.*.pf_meta',
    'runtime/pagefind.js',
    'runtime/wasm.unknown.pagefind',
    'shard.json',
    'tokens.bin',
    'triples.bin',
  ]);
  expect(built).toMatchObject({
    documents: 30,
    from: '2024-01-01',
    to: '2026-01-27',
    version: '1.6.0',
  });
  const meta = Object.keys(files).find((name) => name.endsWith('.pf_meta'));
  expect(meta).toBe(`bundle/pagefind.${built.hash}.pf_meta`);
});

test('a smaller index leaves nothing of a larger one behind', async () => {
  const few = await bundleOf('few', DOCUMENTS.slice(0, 3));
  await bundleOf('again', DOCUMENTS);
  expect((await bundleOf('again', DOCUMENTS.slice(0, 3))).files).toEqual(few.files);
});
