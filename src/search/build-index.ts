/** The index side: documents → a Pagefind bundle on disk. Runs under Node. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createIndex, type IndexFile } from 'pagefind';
import { documentHtml } from './document-html.ts';
import type { SearchDocument } from './search-document.ts';

interface BuildSearchIndexOptions {
  documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>;
  /** The bundle's folder; what is in it goes. */
  outFolder: string;
}

/**
 * Writes one bundle. The same documents give the same bytes, in whatever order they come.
 *
 * @returns the number of documents, and the bytes written.
 * @throws when Pagefind refuses a document or its binary does not run.
 */
export async function buildSearchIndex({
  documents,
  outFolder,
}: BuildSearchIndexOptions): Promise<{ documents: number; bytes: number }> {
  const sorted: SearchDocument[] = [];
  for await (const document of documents) sorted.push(document);
  sorted.sort(newestFirst);
  const files = await pagefindFiles(sorted);
  await rm(outFolder, { recursive: true, force: true });
  let bytes = 0;
  for (const { path: name, content } of files) {
    const file = path.join(outFolder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    bytes += content.length;
  }
  return { documents: sorted.length, bytes };
}

/** Pagefind numbers pages in the order they are given, and pages of equal rank are shown in that order. */
function newestFirst(a: SearchDocument, b: SearchDocument): number {
  return compare(b.date, a.date) || compare(a.url, b.url);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

async function pagefindFiles(documents: readonly SearchDocument[]): Promise<IndexFile[]> {
  // Read by the Pagefind process when it starts: smaller chunks, half the bytes of a query.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '5000';
  const created = await createIndex();
  const { index } = created;
  if (!index) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`);
  try {
    for (const document of documents) {
      const { errors } = await index.addHTMLFile({
        url: document.url,
        content: documentHtml(document),
      });
      if (errors.length > 0)
        throw new Error(`Pagefind refused ${document.url}: ${errors.join('; ')}`);
    }
    const { errors, files } = await index.getFiles();
    if (errors.length > 0) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    return files.filter(({ path: name }) => NEEDED.test(name));
  } finally {
    await index.deleteIndex();
  }
}

/** What the search page loads; not Pagefind's own interfaces, highlighter and worker. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-entry\.json|.+\.pf_(?:meta|index|fragment|filter)|wasm\..+\.pagefind)$/;
