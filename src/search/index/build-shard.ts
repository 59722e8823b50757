/** The index side: the documents of a period → a shard on disk. Runs under Node, in a process of its own. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { documentHtml } from './document-html.ts';
import { tokenHash } from '../presence.ts';
import { fragmentOf, INDEX_LANGUAGE, type SearchDocument } from '../search-document.ts';
import type { Shard } from '../shard-list.ts';
import { presenceTokens } from '../tokens.ts';
import { presenceTriples } from '../triples.ts';

interface BuildShardOptions {
  documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>;
  /** What is in it goes. */
  outFolder: string;
  /** See `documentHtml`. */
  everyCharacter: boolean;
}

/**
 * What is below a shard's folder:
 * `bundle/` the files of this shard alone; `runtime/` Pagefind's own files, the same for each shard;
 * `tokens.bin` and `triples.bin` the hashes of what the presence map knows of it, ascending, as Uint32Arrays;
 * `shard.json` a `ShardFacts`.
 */
export interface ShardFacts extends Omit<Shard, 'path'> {
  /** Pagefind's. */
  version: string;
}

/**
 * Writes one shard. The same documents give the same bytes, in whatever order they come.
 *
 * @throws when Pagefind refuses a document or its binary does not run.
 */
export async function buildShard({
  documents,
  outFolder,
  everyCharacter,
}: BuildShardOptions): Promise<ShardFacts> {
  const sorted: SearchDocument[] = [];
  for await (const document of documents) sorted.push(document);
  sorted.sort(newestFirst);
  const files = await pagefindFiles(sorted, everyCharacter);
  await rm(outFolder, { recursive: true, force: true });
  const byUrl = new Map(sorted.map((document) => [document.url, document]));
  for (const { path: name, content } of files) {
    if (name === ENTRY) continue; // its content is in the list of shards
    const folder = RUNTIME.test(name) ? 'runtime' : 'bundle';
    const bytes = FRAGMENT.test(name) ? readableFragment(content, byUrl) : content;
    await write(path.join(outFolder, folder, name), bytes);
  }
  for (const [name, tokensOf] of Object.entries(PRESENCE)) {
    const hashes = hashesOf(sorted, tokensOf);
    await write(path.join(outFolder, `${name}.bin`), new Uint8Array(hashes.buffer));
  }
  const { version, languages } = entryOf(files);
  const facts: ShardFacts = {
    from: sorted.at(-1)?.date ?? '',
    to: sorted[0]?.date ?? '',
    documents: sorted.length,
    hash: languages[INDEX_LANGUAGE]?.hash ?? '',
    version,
  };
  await write(path.join(outFolder, 'shard.json'), JSON.stringify(facts));
  return facts;
}

/** Pagefind's fragment of a document holds the words that it was given; readers want the text. */
function readableFragment(
  content: Uint8Array,
  documents: ReadonlyMap<string, SearchDocument>,
): Uint8Array {
  const bytes = gunzipSync(content);
  const made = JSON.parse(bytes.subarray(SIGNATURE).toString()) as { url: string };
  const document = documents.get(made.url);
  if (!document) throw new Error(`Pagefind made a fragment of ${made.url}, which it was not given`);
  const fragment = JSON.stringify({ ...made, filters: {}, ...fragmentOf(document) });
  return gzipSync(Buffer.concat([bytes.subarray(0, SIGNATURE), Buffer.from(fragment)]), {
    level: 9,
  });
}

/** Bytes before the JSON of a fragment: `pagefind_dcd`. */
const SIGNATURE = 12;

async function write(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Pagefind numbers pages in the order they are given, and pages of equal rank are shown in that order. */
function newestFirst(a: SearchDocument, b: SearchDocument): number {
  return compare(b.date, a.date) || compare(a.url, b.url);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

async function pagefindFiles(
  documents: readonly SearchDocument[],
  everyCharacter: boolean,
): Promise<IndexFile[]> {
  // Read by the Pagefind process when it starts. Smaller chunks are less to load for a query, and a longer list of them.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '2500';
  const created = await createIndex();
  const { index } = created;
  if (!index) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`);
  try {
    for (const document of documents) {
      const content = documentHtml(document, everyCharacter);
      const { errors } = await index.addHTMLFile({ url: document.url, content });
      if (errors.length > 0)
        throw new Error(`Pagefind refused ${document.url}: ${errors.join('; ')}`);
    }
    const { errors, files } = await index.getFiles();
    if (errors.length > 0) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    return files.filter(({ path: name }) => NEEDED.test(name));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

const ENTRY = 'pagefind-entry.json';

interface Entry {
  version: string;
  languages: Record<string, { hash: string }>;
}

function entryOf(files: readonly IndexFile[]): Entry {
  const entry = files.find(({ path: name }) => name === ENTRY);
  if (!entry) throw new Error(`Pagefind made no ${ENTRY}`);
  return JSON.parse(Buffer.from(entry.content).toString()) as Entry;
}
/** What the search page loads; not Pagefind's own interfaces, highlighter and worker. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-entry\.json|.+\.pf_(?:meta|index|fragment|filter)|wasm\..+\.pagefind)$/;
const FRAGMENT = /\.pf_fragment$/;
const RUNTIME = /^(?:pagefind\.js|wasm\..+\.pagefind)$/;

const PRESENCE = { tokens: presenceTokens, triples: presenceTriples };

function hashesOf(
  documents: readonly SearchDocument[],
  tokensOf: (title: string, text: string) => ReadonlySet<string>,
): Uint32Array<ArrayBuffer> {
  const hashes = new Set<number>();
  for (const { title, text } of documents) {
    for (const token of tokensOf(title, text)) hashes.add(tokenHash(token));
  }
  return Uint32Array.from(hashes).toSorted();
}
