/** What the compiled renderer was made of: when none of it changed, it is used again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms and files that end up in the compiled renderer. */
const SOURCES = ['src', 'astro.config.mjs', 'package-lock.json'];

/**
 * A short hash of the engine's sources and of what the compilation takes from the content.
 * @param project absolute path of the project
 * @param inputs texts that the compilation depends on besides: the base path, the MDX articles
 */
export function engineHash(project: string, inputs: readonly string[]): string {
  // A benchmark changes the salt where a developer would change a template.
  const salt = process.env['SITE_ENGINE_SALT'] ?? '';
  const hash = createHash('sha256').update(process.version).update(salt);
  for (const input of inputs) hash.update('\0').update(input);
  for (const source of SOURCES) {
    for (const path of filesBelow(project, source)) {
      hash.update('\0').update(path).update('\0');
      hash.update(readFileSync(join(project, path)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(project: string, path: string): string[] {
  if (path.includes('.')) return [path];
  const entries = readdirSync(join(project, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .toSorted();
}
