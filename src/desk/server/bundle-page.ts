/**
 * The desk's page as browsers load it soonest: its modules and style sheets minified and without comments, the editor with
 * its packages as a part that comes later. Bundled once for each state of what it is made of, and kept.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readKept, writeKept } from '../../system/kept-json.ts';
import { CACHE, PROJECT } from '../../system/project.ts';
import { sourceHash } from '../../system/source-hash.ts';

export const PAGE_SOURCES = [
  'src/desk/client',
  'src/desk/editor',
  'src/desk/text',
  'src/desk/server/bundle-page.ts',
  'src/markdown',
  'src/model',
  'src/labels',
];
const CLIENT = join(PROJECT, 'src/desk/client');
const PAGE = 'desk.html';
const KEPT = join(CACHE, 'desk-page');

export interface BundledPage {
  /** The page, which names its files by their own addresses. */
  html: string;
  /** Texts of scripts and style sheets, by name: `desk-DpHYWpax.js`. */
  files: Record<string, string>;
}

/** Throws where Vite cannot make it. */
export async function bundledPage(): Promise<BundledPage> {
  const name = `${sourceHash(PROJECT, PAGE_SOURCES)}.json`;
  const before = readKept(join(KEPT, name)) as BundledPage | undefined;
  if (before) return before;
  const made = await bundle();
  await writeKept(join(KEPT, name), made);
  // Of other states of the program.
  const others = (await readdir(KEPT)).filter((kept) => kept.endsWith('.json') && kept !== name);
  for (const other of others) await rm(join(KEPT, other), { force: true });
  return made;
}

async function bundle(): Promise<BundledPage> {
  // Loaded where it is needed: most starts find the bundle.
  const { build } = await import('vite');
  const answer = await build({
    root: CLIENT,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    mode: 'production',
    // Whatever the environment says: in tests Vite would take the packages' larger halves, with their own checks.
    resolve: { conditions: ['module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutPreloading()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      assetsDir: '',
      rolldownOptions: { input: join(CLIENT, PAGE) },
    },
  });
  const [made] = Array.isArray(answer) ? answer : [answer];
  const output = made && 'output' in made ? made.output : [];
  const { [PAGE]: html, ...files } = Object.fromEntries(
    output.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : new TextDecoder().decode(Buffer.from(file.source)),
    ]),
  );
  if (html === undefined) throw new Error('Vite made no page of the desk');
  return { html, files };
}

/** What comes later has no style sheets to be loaded before it: Vite's helper for that, a kilobyte, does nothing here. */
function withoutPreloading(): Plugin {
  return {
    name: 'bureau-press:without-preloading',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js')
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
  };
}
