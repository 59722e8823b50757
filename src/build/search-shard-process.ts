/**
 * Builds one shard in a process of its own, which takes the memory of the index with it when it ends.
 * Standard input: the options as one line of JSON, then each document as one.
 */
import { createInterface } from 'node:readline';
import { buildShard } from '../search/build-shard.ts';
import type { SearchDocument } from '../search/search-document.ts';

export interface ShardOptions {
  outFolder: string;
  everyCharacter: boolean;
}

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })[
  Symbol.asyncIterator
]();
const first = await lines.next();
const options = JSON.parse(first.value ?? '') as ShardOptions;
await buildShard({ ...options, documents: documents() });

async function* documents(): AsyncGenerator<SearchDocument> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    yield JSON.parse(line.value) as SearchDocument;
  }
}
