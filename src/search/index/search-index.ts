/** The search index of a site: documents in layers by date, each layer's grams in buckets, and the list that names all. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inOrder, layersOf } from '../layers.ts';
import type { SearchDocument } from '../search-document.ts';
import type { Progress } from '../../output/progress.ts';
import { removeAbandoned } from '../../system/write-atomically.ts';
import { KeptDamagedError } from '../../system/kept-damaged.ts';
import { ROWS } from './bucket-rows.ts';
import { publishedFiles, TABLES } from './index-files.ts';
import type { IndexFile } from './index-files.ts';
import { searchVersion } from './index-keys.ts';
import { identityOf, KEPT_INDEX, readKeptIndex, writeKeptIndex } from './kept-index.ts';
import type { KeptDocument, KeptIndex, KeptLayer } from './kept-index.ts';
import { layerShape } from './layer-shape.ts';
import { makeLayer } from './make-layer.ts';
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
  layersBuilt: number;
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
    if (!(error instanceof KeptDamagedError)) throw error;
    return remakeSearchIndex(options);
  }
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
  if (sources.length === 0) return { files: new Map(), layersBuilt: 0, documentsIndexed: 0 };
  await removeAbandoned(folder);
  const version = searchVersion();
  const present = { rows: await namesIn(folder, ROWS), texts: await namesIn(folder, TEXTS) };
  const kept = asFarAsPresent(readKeptIndex(folder, version), present);
  const before = kept.layers
    .flatMap(({ documents }) => documents)
    .filter(({ text }) => present.texts.has(text));
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

  const layers = layersFor(folder, kept, documents, texts);
  const runtime = await runtimeFiles(folder, kept.runtime);
  const files = publishedFiles(folder, layers, runtime, texts);
  await writeKeptIndex(folder, version, { layers, runtime: keptName(runtime) });
  await forget(folder, layers, files, runtime.name, present);
  const layersBuilt = layers.filter(
    ({ rows }) => !kept.layers.some((it) => it.rows === rows),
  ).length;
  return { files, layersBuilt, documentsIndexed };
}

function layersFor(
  folder: string,
  kept: KeptIndex,
  documents: readonly KeptDocument[],
  texts: ReturnType<typeof openTextStore>,
): KeptLayer[] {
  const known = new Set(kept.layers.flatMap(({ rows }) => rows));
  const planned = layersOf(documents);
  return planned.map((members, at) => {
    const isNewest = at === planned.length - 1;
    const shape = layerShape(members, isNewest);
    const same = kept.layers.find(
      (it) => it.isNewest === isNewest && isOf(it, members, shape.bits),
    );
    if (same) return { ...same, documents: members };
    return makeLayer({ folder, documents: members, isNewest, before: kept.layers, known, texts });
  });
}

function isOf(layer: KeptLayer, documents: readonly KeptDocument[], bits: number): boolean {
  return (
    layer.bits === bits &&
    layer.documents.length === documents.length &&
    layer.documents.every((document, at) => {
      const other = documents[at];
      return document === other || (other && identityOf(document) === identityOf(other));
    })
  );
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

function asFarAsPresent({ layers, runtime }: KeptIndex, { rows }: Present): KeptIndex {
  return { layers: layers.filter((layer) => layer.rows.every((row) => rows.has(row))), runtime };
}

/** What the index does not need any more goes. */
async function forget(
  folder: string,
  layers: readonly KeptLayer[],
  files: ReadonlyMap<string, IndexFile>,
  runtime: string,
  present: Present,
): Promise<void> {
  const rows = new Set(layers.flatMap((layer) => layer.rows));
  const texts = new Set(layers.flatMap((layer) => layer.documents.map(({ text }) => text)));
  const remove = (place: string, name: string) =>
    rm(join(folder, place, name.slice(0, 2), name), { recursive: true, force: true });
  for (const name of present.rows) if (!rows.has(name)) await remove(ROWS, name);
  for (const name of present.texts) if (!texts.has(name)) await remove(TEXTS, name);
  const tables = new Set([...files.values()].map(({ source }) => source));
  await keepOnly(join(folder, TABLES), (name) => tables.has(join(folder, TABLES, name)));
  const own = new Set([...OWN, runtime]);
  await keepOnly(folder, (name) => own.has(name));
}

async function keepOnly(folder: string, isKept: (name: string) => boolean): Promise<void> {
  const present = await readdir(folder).catch((): string[] => []);
  for (const name of present) {
    if (!isKept(name) && !name.startsWith('.'))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
