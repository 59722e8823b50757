/** The search index of a site: shards by period, the presence map over them, and the list that names both. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../system/write-atomically.ts';
import { byPeriod } from '../periods.ts';
import type { SearchDocument } from '../search-document.ts';
import type { ShardList } from '../shard-list.ts';
import type { Progress } from '../../output/progress.ts';
import { searchVersion, shortHash } from './index-keys.ts';
import { presenceLayers } from './presence-layers.ts';
import { makeShard, readShard } from './shards.ts';
import type { CachedShard } from './shards.ts';

/** A document that the index is to hold, not yet loaded. */
export interface SearchSource {
  /** Unlike that of any other. */
  id: string;
  /** `2026-03-05`, that of the document. */
  date: string;
  /** Hash of all that the document is made of. */
  key: string;
  load(): Promise<SearchDocument>;
}

export interface SearchIndex {
  /** Path relative to `dist/` → absolute path in the cache. A path never stands for other bytes, but `LIST`. */
  files: Map<string, string>;
  shardsBuilt: number;
  documentsIndexed: number;
}

const FOLDER = 'pagefind';
/** The one file whose name stays when its bytes change. */
export const LIST = `${FOLDER}/shards.json`;

/** @param options.cacheFolder what is in it and not needed any more goes */
export async function updateSearchIndex(options: {
  sources: readonly SearchSource[];
  cacheFolder: string;
  progress: Progress;
}): Promise<SearchIndex> {
  const { sources, cacheFolder, progress } = options;
  if (sources.length === 0) return { files: new Map(), shardsBuilt: 0, documentsIndexed: 0 };
  const folder = join(cacheFolder, 'shards');
  const plans = planShards(sources);
  const known = await Promise.all(plans.map(({ name }) => readShard(folder, name)));
  const documentsIndexed = plans.reduce(
    (sum, { members }, at) => (known[at] ? sum : sum + members.length),
    0,
  );
  const count = progress.count('建立搜索索引');
  let loaded = 0;
  const shards: CachedShard[] = [];
  for (const [at, plan] of plans.entries()) {
    const documents = documentsOf(plan.members, () => count((loaded += 1), documentsIndexed));
    // One after the other: two at once would take twice the memory.
    shards.push(known[at] ?? (await makeShard(folder, { ...plan, documents })));
  }
  const files = await listFiles(cacheFolder, shards);
  const shardsBuilt = known.filter((shard) => shard === undefined).length;
  return { files, shardsBuilt, documentsIndexed };
}

interface PlannedShard {
  name: string;
  everyCharacter: boolean;
  members: SearchSource[];
}

/** Newest first. Only the newest finds single characters in texts: they would make the others larger. */
function planShards(sources: readonly SearchSource[]): PlannedShard[] {
  const version = searchVersion();
  return byPeriod(sources).map((members, at) => {
    const everyCharacter = at === 0;
    const sorted = members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const keys = sorted.map(({ id, key }) => `${id} ${key}`);
    const newest = members.reduce((latest, { date }) => (date > latest ? date : latest), '');
    const key = shortHash([version, String(everyCharacter), ...keys]);
    return { name: `${newest.replaceAll('-', '')}-${key}`, everyCharacter, members: sorted };
  });
}

async function* documentsOf(
  members: readonly SearchSource[],
  onLoaded: () => void,
): AsyncGenerator<SearchDocument> {
  for (const source of members) {
    yield await source.load();
    onLoaded();
  }
}

async function listFiles(
  cacheFolder: string,
  shards: readonly CachedShard[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, folder, files: names } of shards) {
    for (const file of names) files.set(`${FOLDER}/${name}/${file}`, join(folder, 'bundle', file));
  }
  const runtime = await runtimeFiles(shards);
  for (const [path, source] of runtime.files) files.set(`${FOLDER}/${path}`, source);
  const layers = await presenceLayers(join(cacheFolder, 'presence'), shards);
  for (const { name, folder, buckets } of layers) {
    for (let at = 0; at < buckets; at += 1) {
      files.set(`${FOLDER}/presence-${name}/${at}.bin`, join(folder, `${at}.bin`));
    }
  }
  const list: ShardList = {
    runtime: runtime.path,
    version: shards[0]?.facts.version ?? '',
    shards: shards.map(({ name, facts: { from, to, documents, hash } }) => {
      return { path: `${name}/`, from, to, documents, hash };
    }),
    layers: layers.map(({ name, buckets, first, count, hasTriples }) => {
      return { path: `presence-${name}/`, buckets, first, count, hasTriples };
    }),
  };
  const file = join(cacheFolder, 'shards.json');
  await writeAtomically(file, JSON.stringify(list));
  files.set(LIST, file);
  await keepOnly(join(cacheFolder, 'shards'), new Set(shards.map(({ name }) => name)));
  await keepOnly(join(cacheFolder, 'presence'), new Set(layers.map(({ name }) => name)));
  return files;
}

/** Pagefind's script and WebAssembly, taken from one shard: the same for all, since their version is. */
async function runtimeFiles(
  shards: readonly CachedShard[],
): Promise<{ path: string; files: [path: string, source: string][] }> {
  const folder = join(shards[0]?.folder ?? '', 'runtime');
  const names = (await readdir(folder)).toSorted();
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  const path = `runtime-${shortHash(contents)}/`;
  return { path, files: names.map((name) => [path + name, join(folder, name)]) };
}

async function keepOnly(folder: string, names: ReadonlySet<string>): Promise<void> {
  const present = await readdir(folder).catch((): string[] => []);
  for (const name of present) {
    if (!names.has(name) && !name.startsWith('.'))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
