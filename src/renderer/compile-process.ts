/**
 * Compiles the pages into a renderer, in a process of its own: all of the program that it loads is the compilation's
 * configuration, and so belongs to what the renderer is made of; and Astro's and Vite's memory goes with it.
 * Asked by a message; answers with one. Ends with whoever asked.
 */
import { cp, rm } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../labels/languages.ts';

export interface CompileRequest {
  project: string;
  base: string;
  language: Language;
  /** Absolute path of the folder that is to hold `server/` and `client/`. */
  folder: string;
}

export type CompileAnswer =
  { entry: string; modules: string[] } | { error: { message: string; code: string | undefined } };

const loaded = new Set<string>([import.meta.filename]);
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (found.url.startsWith('file:')) loaded.add(fileURLToPath(found.url));
    return found;
  },
});
process.on('disconnect', () => process.exit(1));
process.once('message', (request: CompileRequest) => {
  void compile(request)
    .catch((error: unknown): CompileAnswer => ({ error: described(error) }))
    .then((answer) => process.send?.(answer, () => process.exit(0)));
});

async function compile({
  project,
  base,
  language,
  folder,
}: CompileRequest): Promise<CompileAnswer> {
  const [{ build }, { astroConfig }, { keepRenderer }] = await Promise.all([
    import('astro'),
    import('./astro-config.ts'),
    import('./keep-renderer.ts'),
  ]);
  const client = join(folder, 'client');
  const notes = join(folder, 'notes');
  const bundled = new Set<string>();
  let entry = '';
  const config = astroConfig({
    base,
    language,
    outDir: client,
    publicDir: join(folder, 'no-public'),
    // Compilations of several sites may run at once.
    cacheDir: notes,
    integrations: [
      keepRenderer({
        onModules(ids) {
          for (const id of ids) bundled.add(fileOf(id));
        },
        async keep(compiled, name) {
          await cp(compiled, join(folder, 'server'), { recursive: true });
          entry = `server/${name}`;
        },
      }),
    ],
  });
  await build({ ...config, configFile: false, logLevel: 'error' });
  await rm(notes, { recursive: true, force: true });
  const modules = [...bundled, ...loaded]
    .filter((path) => isAbsolute(path))
    .map((path) => relative(project, path).split(sep).join('/'))
    .filter((path) => !FOREIGN.test(path));
  return { entry, modules: [...new Set(modules)] };
}

/** Outside the project, a package's, or Astro's own notes: packages are known by the lock file, notes are made each time. */
const FOREIGN = /^(?:\.|node_modules\/|[a-z]:)/i;

/** A module's id may ask for a part of its file. */
function fileOf(id: string): string {
  return id.split('?')[0] ?? id;
}

function described(error: unknown): { message: string; code: string | undefined } {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const known = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  // The bundler's own words, which have no code.
  const meant = BUNDLER_WORDS.find(([words]) => words.test(message))?.[1];
  return { message, code: meant ?? known };
}

const BUNDLER_WORDS = [
  [/No space left on device/, 'ENOSPC'],
  [/failed to resolve import "[@a-z]/i, 'EPROGRAMS'],
] as const;
