/** Pagefind's script and WebAssembly for the reader's page: it makes them with every index, so one is made for them. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { makeAtomically } from '../../system/write-atomically.ts';
import { shortHash } from './index-keys.ts';
import { fileDigest } from './kept-file.ts';

export interface Runtime {
  /** The name of the folder, here and in `dist/`; it changes with the files. */
  name: string;
  /** Pagefind's. */
  version: string;
  /** By name, the beginnings of their SHA-256. */
  files: [name: string, sha256: string][];
}

const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind)$/;
const ENTRY = 'pagefind-entry.json';

/** @param kept as `keptName` says it of the last time, or '' @throws when Pagefind's binary does not run */
export async function runtimeFiles(folder: string, kept: string): Promise<Runtime> {
  const [name = '', version = ''] = kept.split(' ');
  const files = name === '' ? [] : await filesIn(join(folder, name)).catch(() => []);
  return files.length > 0 && nameOf(files) === name
    ? { name, version, files }
    : makeRuntime(folder);
}

async function filesIn(folder: string): Promise<Runtime['files']> {
  const names = await readdir(folder);
  const read = async (name: string): Promise<[string, string]> => {
    return [name, fileDigest(await readFile(join(folder, name)))];
  };
  return Promise.all(names.toSorted().map(read));
}

/** It changes with their names and what is in them. */
const nameOf = (files: Runtime['files']) => `runtime-${shortHash(files.flat())}`;

export const keptName = ({ name, version }: Runtime) => `${name} ${version}`;

async function makeRuntime(folder: string): Promise<Runtime> {
  const created = await createIndex();
  const { index } = created;
  if (!index) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`);
  try {
    // Without a page it makes no files.
    await index.addCustomRecord({ url: '/', content: 'a', language: 'und' });
    const { errors, files } = await index.getFiles();
    if (errors.length > 0) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    const needed = files.filter(({ path }) => NEEDED.test(path));
    const entry = needed.find(({ path }) => path === ENTRY);
    if (!entry) throw new Error(`Pagefind made no ${ENTRY}`);
    const { version } = JSON.parse(Buffer.from(entry.content).toString()) as { version: string };
    const runtime = needed.filter(({ path }) => path !== ENTRY);
    const made = runtime.map(({ path, content }): [string, string] => [path, fileDigest(content)]);
    const sorted = made.toSorted(([a], [b]) => (a < b ? -1 : 1));
    const name = nameOf(sorted);
    await makeAtomically(join(folder, name), async (part) => {
      for (const { path, content } of runtime) await writeFile(join(part, path), content);
    });
    return { name, version, files: sorted };
  } finally {
    await index.deleteIndex();
    await close();
  }
}
