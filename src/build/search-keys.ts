/** Of what the search index is made, as hashes of contents: the same on every machine. */
import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from './options.ts';

export function shortHash(parts: readonly string[]): string {
  return hash('sha256', parts.join('\0'), 'hex').slice(0, 12);
}

/** Changes when Pagefind or the code that makes texts and tokens does. */
export async function searchVersion(): Promise<string> {
  const files = [
    ...(await sourcesOf('src/search')),
    ...(await sourcesOf('src/markdown')),
    ...(await sourcesOf('src/attachments')),
    ...(await sourcesOf('src/build')).filter((file) => /\/search-[\w-]+\.ts$/.test(file)),
    'node_modules/pagefind/package.json',
  ];
  return shortHash(await Promise.all(files.map((file) => readFile(join(PROJECT, file), 'utf8'))));
}

async function sourcesOf(folder: string): Promise<string[]> {
  const names = await readdir(join(PROJECT, folder));
  return names
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}
