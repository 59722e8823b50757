/**
 * The files of a bureau's folder that came from the engine: what another engine would put there, which of them the bureau has
 * changed, and so what may be exchanged. What each engine puts there is known by a new bureau that it makes.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileChange } from '../../src/system/write-together.ts';

/** Text by path, `/`-separated. */
export type PlacedFiles = ReadonlyMap<string, string>;

export interface FilesPlan {
  /** `package.json`, which names the engine, comes last: until then all else serves the old one as well. */
  changes: FileChange[];
  /** Absolute paths. */
  removals: string[];
  /** Paths of what is exchanged, added or removed; `package.json`, which always is, aside. */
  refreshed: string[];
  /** Paths of files that both the bureau and the engine have changed: they stay as they are. */
  kept: string[];
  /** `scripts.check` and other parts of `package.json`, likewise. */
  keptParts: string[];
}

const PACKAGE = 'package.json';
/** The bureau's own from the first day. */
const OWN = /^(?:content|public)\//;

/** What the engine put into a new bureau's folder. */
export async function placedFiles(folder: string): Promise<PlacedFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    if (!OWN.test(path)) files.set(path, await readFile(file, 'utf8'));
  }
  return files;
}

/**
 * @param home absolute path of the bureau's folder
 * @param old what the present engine puts there
 * @param now what the other one does
 */
export async function planFiles(
  home: string,
  old: PlacedFiles,
  now: PlacedFiles,
): Promise<FilesPlan> {
  const plan: FilesPlan = { changes: [], removals: [], refreshed: [], kept: [], keptParts: [] };
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => path !== PACKAGE);
  for (const path of paths.toSorted()) {
    const [was, becomes] = [old.get(path), now.get(path)];
    const file = join(home, path);
    const is = await textOf(file);
    if (isSame(was, becomes) || isSame(is, becomes)) continue;
    // What the bureau has removed stays removed.
    if (is === undefined && was !== undefined) continue;
    if (!isSame(is, was)) {
      plan.kept.push(path);
      continue;
    }
    plan.refreshed.push(path);
    if (becomes === undefined) plan.removals.push(file);
    else plan.changes.push({ path: file, text: becomes });
  }
  const file = join(home, PACKAGE);
  const text = (await textOf(file)) ?? '{}';
  const merged = mergedPackage(text, old.get(PACKAGE) ?? '{}', now.get(PACKAGE) ?? '{}');
  plan.changes.push({ path: file, text: merged.text });
  plan.keptParts.push(...merged.kept);
  return plan;
}

/** Line ends are git's or an editor's, and no change. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.replaceAll('\r\n', '\n') === b?.replaceAll('\r\n', '\n');
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The bureau's with what the engine changed, part by part, in the bureau's order and indentation. */
function mergedPackage(own: string, old: string, now: string): { text: string; kept: string[] } {
  const kept: string[] = [];
  const [is, was, becomes] = [own, old, now].map((text): unknown => JSON.parse(text));
  const merged = mergedValue(is, was, becomes, [], kept);
  const [, indentation = '  '] = /^\{\r?\n([ \t]+)/.exec(own) ?? [];
  return { text: `${JSON.stringify(merged, undefined, indentation)}\n`, kept };
}

/** Undefined where there is to be nothing. @param kept takes the names of parts that both have changed */
function mergedValue(
  is: unknown,
  was: unknown,
  becomes: unknown,
  names: readonly string[],
  kept: string[],
): unknown {
  const [own, old, now] = [is, was, becomes].map((value) => JSON.stringify(value));
  if (old === now || own === now) return is;
  if (own === old) return becomes;
  if (isObject(is) && isObject(was) && isObject(becomes)) {
    const keys = new Set([...Object.keys(is), ...Object.keys(becomes)]);
    const parts = [...keys].map((key): [string, unknown] => [
      key,
      mergedValue(is[key], was[key], becomes[key], [...names, key], kept),
    ]);
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  }
  // What the bureau has removed stays removed.
  if (is !== undefined) kept.push(names.join('.'));
  return is;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
