/** The search index of a site: documents in layers by date, each layer's grams in buckets, and the list that names all. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchDocument } from '../search-document.ts';
import type { Progress } from '../../output/progress.ts';
import { KeptDamagedError } from '../../system/kept-damaged.ts';
import { pathAside, removeAbandoned } from '../../system/write-atomically.ts';
import { ROWS } from './bucket-rows.ts';
import { publishedFiles, TABLES } from './index-files.ts';
import type { IndexFile } from './index-files.ts';
import { searchVersion } from './index-keys.ts';
import { KEPT_INDEX, readKeptIndex, writeKeptIndex } from './kept-index.ts';
import type { KeptDocument, KeptIndex } from './kept-index.ts';
import { inOrder } from './layers.ts';
import { makeLayers } from './make-layers.ts';
import { keptName, runtimeFiles } from './runtime-files.ts';
import { openTextStore, TEXTS } from './text-store.ts';

/** A document that the index is to hold, not yet loaded. */
export interface SearchSource {
  /** Unlike that of any other. */
  id: string;
  /** `2026-03-05`, that of the document; '' when it has none. */
  date: string;
  /** Hash of all that the document is made of. */
  key: string;
  load(): Promise<SearchDocument>;
}

export interface SearchIndex {
  /** By path relative to `dist/`. */
  files: Map<string, IndexFile>;
  /** Rows of buckets that the index before did not have. */
  rowsMade: number;
  documentsIndexed: number;
}

interface IndexOptions {
  sources: readonly SearchSource[];
  /** What is in it and not needed any more goes. */
  cacheFolder: string;
  progress: Progress;
}

const REMADE = [KEPT_INDEX, 'list.json', TABLES, ROWS, TEXTS];
/** What is in the folder beside Pagefind's runtime; the texts of attachments are not of the index. */
const OWN = ['attachments', ...REMADE];

const DAMAGED = '缓存里的搜索索引已经损坏，全部重新建立……';

/** What is damaged in the cache is made anew. @throws KeptDamagedError when what was just written cannot be read back */
export async function updateSearchIndex(options: IndexOptions): Promise<SearchIndex> {
  try {
    return await madeIndex(options);
  } catch (error) {
    if (!(error instanceof KeptDamagedError) && !isInTheWay(error)) throw error;
    return remakeSearchIndex(options);
  }
}

/** A folder stands where a file is to be written, or a file where a folder is. */
function isInTheWay(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST';
}

/** Believes nothing of the cache. */
export async function remakeSearchIndex(options: IndexOptions): Promise<SearchIndex> {
  options.progress.say(DAMAGED);
  for (const name of REMADE) {
    await rm(join(options.cacheFolder, name), { recursive: true, force: true });
  }
  return madeIndex(options);
}

async function madeIndex(options: IndexOptions): Promise<SearchIndex> {
  const { sources, cacheFolder: folder, progress } = options;
  if (sources.length === 0) return { files: new Map(), rowsMade: 0, documentsIndexed: 0 };
  await removeAbandoned(folder);
  const version = searchVersion();
  const present = { rows: await namesIn(folder, ROWS), texts: await namesIn(folder, TEXTS) };
  const kept = asFarAsPresent(readKeptIndex(folder, version), present);
  const before = kept.documents.filter(({ text }) => present.texts.has(text));
  const texts = openTextStore(folder, new Set(before.map(({ text }) => text)));

  const byId = new Map(before.map((document) => [document.id, document]));
  const isKnown = ({ id, key }: SearchSource) => byId.get(id)?.key === key;
  const documentsIndexed = sources.filter((source) => !isKnown(source)).length;
  const count = progress.count('建立搜索索引');
  let loaded = 0;
  const documents: KeptDocument[] = [];
  for (const source of inOrder(sources)) {
    const { id, date, key } = source;
    const known = byId.get(id);
    if (known?.key === key) documents.push(known);
    else {
      const document = await source.load();
      const { columns, source: from } = document;
      documents.push({ id, date, key, columns, source: from, ...texts.put(document) });
      count((loaded += 1), documentsIndexed);
    }
  }

  const spool = await pathAside(join(folder, 'grams'));
  // What lies there and no index names may be half of what it was to be.
  const known = new Set(kept.rows.flat());
  const layers = makeLayers({ folder, documents, kept, known, texts, spool });
  const rows = layers.map((layer) => layer.rows);
  const runtime = await runtimeFiles(folder, kept.runtime);
  const files = publishedFiles(folder, documents, layers, runtime, texts);
  await writeKeptIndex(folder, version, { documents, rows, runtime: keptName(runtime) });
  const index = { documents, rows, runtime: runtime.name };
  await forget(folder, index, files, present);
  const rowsMade = rows.flat().filter((row) => !known.has(row)).length;
  return { files, rowsMade, documentsIndexed };
}

/** What lies in the cache, by name: somebody may have removed a part of it. */
interface Present {
  rows: ReadonlySet<string>;
  texts: ReadonlySet<string>;
}

/** The names in the folders of a folder. */
async function namesIn(folder: string, place: string): Promise<Set<string>> {
  const parts = await readdir(join(folder, place)).catch((): string[] => []);
  const names = await Promise.all(
    parts.map((part) => readdir(join(folder, place, part)).catch((): string[] => [])),
  );
  return new Set(names.flat());
}

function asFarAsPresent({ documents, rows, runtime }: KeptIndex, present: Present): KeptIndex {
  const isWhole = rows.flat().every((row) => present.rows.has(row));
  return { documents, rows: isWhole ? rows : [], runtime };
}

/** What the index does not need any more goes. */
async function forget(
  folder: string,
  index: KeptIndex,
  files: ReadonlyMap<string, IndexFile>,
  present: Present,
): Promise<void> {
  const rows = new Set(index.rows.flat());
  const texts = new Set(index.documents.map(({ text }) => text));
  const remove = (place: string, name: string) =>
    rm(join(folder, place, name.slice(0, 2), name), { recursive: true, force: true });
  for (const name of present.rows) if (!rows.has(name)) await remove(ROWS, name);
  for (const name of present.texts) if (!texts.has(name)) await remove(TEXTS, name);
  const tables = new Set([...files.values()].map(({ source }) => source));
  await keepOnly(join(folder, TABLES), (name) => tables.has(join(folder, TABLES, name)));
  const own = new Set([...OWN, index.runtime]);
  await keepOnly(folder, (name) => own.has(name));
}

async function keepOnly(folder: string, isKept: (name: string) => boolean): Promise<void> {
  const present = await readdir(folder).catch((): string[] => []);
  for (const name of present) {
    if (!isKept(name) && !name.startsWith('.'))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
