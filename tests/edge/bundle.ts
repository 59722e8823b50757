import { join } from 'node:path';
import { build } from 'esbuild';

const PROJECT = join(import.meta.dirname, '../..');

const made = new Map<string, Promise<string>>();

/**
 * A module of the project with all it imports, in one minified file; made once.
 * @param path below the project
 */
export function bundle(path: string): Promise<string> {
  const known = made.get(path) ?? make(path);
  made.set(path, known);
  return known;
}

async function make(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, path)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['cloudflare:workers'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
