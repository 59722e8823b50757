/**
 * What a compiled renderer was made of. Compiled again it would be the same as long as all of this is the same:
 * - the modules that the bundler put into it, and those of the program that compiled it, by their bytes;
 * - the names of pages, and of files that Astro would find by their names alone, since a new one is in no list yet;
 * - the base path, the language of scripts, the packages and Node.
 * A compilation reads nothing else: it has no configuration file, and no module asks for the environment.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../labels/languages.ts';
import { shortDigest } from '../system/digest.ts';
import { packagesHash, sourceFiles } from '../system/source-hash.ts';

/** Characters of each digest. */
const LENGTH = 16;

/** What a renderer serves: sites of one base path and one language. */
export interface CompiledFor {
  base: string;
  language: Language;
}

/** What is known before a compilation. */
export interface RendererInputs extends CompiledFor {
  node: string;
  packages: string;
  /** Of the names of pages and of what lies at the top of `src/`. */
  names: string;
}

export interface MadeOf extends RendererInputs {
  /** File of the compiled entry, below the renderer's folder. */
  entry: string;
  /** Path below the project → hash of its bytes; one like no other when it changed while it was compiled. */
  modules: Record<string, string>;
}

/** Hash of a file's bytes by its path below the project; undefined when it is not there. */
export type ModuleHashes = (path: string) => string | undefined;

/** Hashes each file once. */
export function moduleHashes(project: string): ModuleHashes {
  const known = new Map<string, string | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, hashOf(join(project, path)));
    return known.get(path);
  };
}

export function rendererInputs(project: string, { base, language }: CompiledFor): RendererInputs {
  return {
    base,
    language,
    node: process.version,
    packages: packagesHash(project),
    names: shortDigest(namesIn(project).join('\n'), LENGTH),
  };
}

function namesIn(project: string): string[] {
  return [...readdirSync(join(project, 'src')).toSorted(), ...sourceFiles(project, ['src/pages'])];
}

/** The list for a renderer that was just compiled from these modules. */
export function madeOf(
  inputs: RendererInputs,
  compiled: { entry: string; modules: readonly string[] },
  before: ModuleHashes,
  after: ModuleHashes,
): MadeOf {
  const modules = compiled.modules.toSorted().map((path): [string, string] => {
    const found = after(path);
    // Edited meanwhile: nobody knows which of the two was compiled.
    return [path, found !== undefined && found === before(path) ? found : randomUUID()];
  });
  return { ...inputs, entry: compiled.entry, modules: Object.fromEntries(modules) };
}

/** Whether a compilation would give the renderer that was made of this. */
export function isStillMadeOf(
  { base, language, node, packages, names, modules }: MadeOf,
  inputs: RendererInputs,
  now: ModuleHashes,
): boolean {
  return (
    JSON.stringify({ base, language, node, packages, names }) === JSON.stringify(inputs) &&
    Object.entries(modules).every(([path, known]) => now(path) === known)
  );
}

/** The name of a renderer: that of what it is made of. */
export function nameOf(made: MadeOf): string {
  return shortDigest(JSON.stringify(made), LENGTH);
}

function hashOf(file: string): string | undefined {
  try {
    return shortDigest(readFileSync(file), LENGTH);
  } catch {
    return undefined;
  }
}
