/**
 * Builds one shard in a process of its own, which takes the memory of the index with it when it ends.
 * Standard input: the options as one line of JSON, then each document as one.
 */
import { createInterface } from 'node:readline';
import { buildShard } from './build-shard.ts';
import type { SearchDocument } from '../search-document.ts';

export interface ShardOptions {
  outFolder: string;
  everyCharacter: boolean;
}

/** What is written to standard error when the shard cannot be built. */
export interface ShardFailure {
  /** The system's, for a full disk and the like. */
  code: unknown;
  message: string;
}

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })[
  Symbol.asyncIterator
]();
const first = await lines.next();
const options = JSON.parse(first.value ?? '') as ShardOptions;
try {
  await buildShard({ ...options, documents: documents() });
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const { stack, message } = error;
  const code: unknown = Reflect.get(error, 'code');
  process.stderr.write(JSON.stringify({ code, message: stack ?? message } satisfies ShardFailure));
  process.exitCode = 1;
}

async function* documents(): AsyncGenerator<SearchDocument> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    yield JSON.parse(line.value) as SearchDocument;
  }
}
