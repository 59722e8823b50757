/** Pagefind's script and WebAssembly for the reader's page: it makes them with every index, so one is made for them. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { makeAtomically } from '../../system/write-atomically.ts';
import { shortHash } from './index-keys.ts';

export interface Runtime {
  /** The name of the folder, here and in `dist/`; it changes with the files. */
  name: string;
  /** Pagefind's. */
  version: string;
  files: string[];
}

const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind)$/;
const ENTRY = 'pagefind-entry.json';

/** @param kept as `keptName` says it of the last time, or '' @throws when Pagefind's binary does not run */
export async function runtimeFiles(folder: string, kept: string): Promise<Runtime> {
  const [name = '', version = ''] = kept.split(' ');
  const known = name === '' ? [] : await readdir(join(folder, name)).catch(() => []);
  if (known.length > 0) return { name, version, files: known.toSorted() };
  return makeRuntime(folder);
}

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
    const contents = runtime.map(({ content }) => Buffer.from(content).toString('latin1'));
    const name = `runtime-${shortHash(contents)}`;
    await makeAtomically(join(folder, name), async (part) => {
      for (const { path, content } of runtime) await writeFile(join(part, path), content);
    });
    return { name, version, files: runtime.map(({ path }) => path).toSorted() };
  } finally {
    await index.deleteIndex();
    await close();
  }
}
