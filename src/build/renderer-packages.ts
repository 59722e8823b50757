/** A kept renderer imports packages by name, and may lie outside the project (SITE_CACHE): they are the project's all the same. */
import { realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT } from './options.ts';

const seen = new Set<string>();

/**
 * From here on, in this thread, what the modules below a folder import by name is looked for in the project.
 * @param folder absolute path, there already
 */
export function resolvePackagesFor(folder: string): void {
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
