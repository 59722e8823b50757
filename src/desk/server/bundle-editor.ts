/**
 * The editor as one module for browsers: the desk's page is plain modules, but the editor is made of packages. Bundled once
 * for each state of what it is made of, and kept.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { CACHE, PROJECT } from '../../system/project.ts';
import { sourceHash } from '../../system/source-hash.ts';
import { writeAtomically } from '../../system/write-atomically.ts';

const ENTRY = 'src/desk/client/body/body-editor.ts';
/** What the bundle is made of; what it takes from the page is no part of it. */
export const EDITOR_SOURCES = [
  'src/desk/client/body',
  'src/desk/editor',
  'src/desk/text',
  'src/desk/server/bundle-editor.ts',
  'src/markdown',
  'src/model',
  'src/labels',
];
const KEPT = join(CACHE, 'desk-editor');
const CLIENT = join(PROJECT, 'src/desk/client');

/** @returns the module's text */
export async function bundledEditor(): Promise<string> {
  const name = `${sourceHash(PROJECT, EDITOR_SOURCES)}.js`;
  const before = await readFile(join(KEPT, name), 'utf8').catch(() => undefined);
  if (before !== undefined) return before;
  const made = await bundle();
  await writeAtomically(join(KEPT, name), made);
  // Of other states of the program.
  const others = (await readdir(KEPT)).filter((kept) => kept.endsWith('.js') && kept !== name);
  for (const other of others) await rm(join(KEPT, other), { force: true });
  return made;
}

async function bundle(): Promise<string> {
  // Loaded where it is needed: most starts find the bundle.
  const { build } = await import('vite');
  const answer = await build({
    root: PROJECT,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    mode: 'production',
    plugins: [pageModules],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(PROJECT, ENTRY),
        preserveEntrySignatures: 'exports-only',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const [made] = Array.isArray(answer) ? answer : [answer];
  const [entry] = made && 'output' in made ? made.output : [];
  if (entry?.type !== 'chunk') throw new Error('Vite made no module of the editor');
  return entry.code;
}

/** What the page has already stays its own: two copies would give elements the same ids. */
const pageModules: Plugin = {
  name: 'modules-of-the-page',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.')) return null;
    const path = resolve(importer, '..', source);
    const name = path.slice(CLIENT.length + 1);
    const isOfPage = path.startsWith(CLIENT) && !/[\\/]/.test(name);
    return isOfPage ? { id: `/${name}`, external: 'absolute' } : null;
  },
};
