/** A kept renderer imports packages by name, and may lie outside the project (SITE_CACHE): they are the project's all the same. */
import { realpathSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Renderer } from './keep-renderer.ts';
import { PROJECT } from '../system/project.ts';

const seen = new Set<string>();

/**
 * Imports a kept renderer into this thread: what its modules import by name is looked for in the project.
 * @param entry address of its entry; the modules lie beside and below it
 */
export async function importRenderer(entry: string): Promise<Renderer> {
  resolvePackagesFor(dirname(fileURLToPath(entry)));
  return (await import(entry)) as Renderer;
}

/** Reads all modules of a renderer that was imported: its pages are shown from then on whatever becomes of its files. */
export async function loadModules(entry: string): Promise<void> {
  const folder = dirname(fileURLToPath(entry));
  const names = await readdir(folder, { recursive: true });
  const modules = names.filter((name) => name.endsWith('.mjs'));
  await Promise.all(modules.map((name) => import(pathToFileURL(join(folder, name)).href)));
}

/** Hooks hold for the thread that registers them alone. */
function resolvePackagesFor(folder: string): void {
  // Node knows modules by their real paths.
  const address = `${pathToFileURL(realpathSync(folder)).href}/`;
  if (seen.has(address)) return;
  seen.add(address);
  const parentURL = pathToFileURL(join(PROJECT, 'package.json')).href;
  registerHooks({
    resolve(specifier, context, next) {
      const isName = !/^(?:\.{0,2}\/|[a-z]+:)/.test(specifier);
      const isOurs = isName && context.parentURL?.startsWith(address) === true;
      return next(specifier, isOurs ? { ...context, parentURL } : context);
    },
  });
}
