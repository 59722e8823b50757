/**
 * The compiled renderers in the cache. Those that were used last are kept, and none goes while a build uses it: each
 * build holds a share of the renderer's lease, which the system takes back when the build ends, however it ends.
 * None is believed to be what was compiled because it is there: its files are compared each time it is opened.
 */
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { areWhole, sealFolder } from '../system/seal.ts';
import type { Seals } from '../system/seal.ts';
import { pathAside, removeAbandoned } from '../system/write-atomically.ts';
import { tryLock } from '../system/file-lock.ts';
import { isStillMadeOf, nameOf } from './made-of.ts';
import type { MadeOf, ModuleHashes, RendererInputs } from './made-of.ts';

/** A renderer that is used: it stays until it is given back. */
export interface LeasedRenderer {
  /** Name of what it is made of: another one may make other pages. */
  engine: string;
  /** Address of its entry. */
  entry: string;
  /** Absolute path of the compiled style sheets and scripts, to be copied into `dist/`. */
  assets: string;
  /** Whether its files are still as they were compiled. */
  isWhole(): Promise<boolean>;
  giveBack(): void;
}

/** A megabyte each; sites of several base paths, and branches of the program, take turns. */
const KEPT_AT_MOST = 8;

/** Its folders: what renders pages, and what their readers load. */
const PARTS = ['server', 'client'];
const LIST = 'made-of.json';
const LEASE = 'lease';
/** Its time is that of the last use. */
const USED = 'used';

interface Kept extends MadeOf {
  /** Of all that was compiled, by path below the renderer's folder. */
  files: Seals;
}

/**
 * The kept renderer that a compilation would give.
 * @param onDamaged called when there is such a one, but its files are not as they were compiled
 */
export async function findRenderer(
  folder: string,
  inputs: RendererInputs,
  now: ModuleHashes,
  onDamaged: () => void = () => undefined,
): Promise<LeasedRenderer | undefined> {
  for (const name of await byLastUse(folder)) {
    const kept = await readList(join(folder, name));
    if (!kept || !isStillMadeOf(kept, inputs, now)) continue;
    const leased = await lease(folder, name);
    if (await leased?.isWhole()) return leased;
    leased?.giveBack();
    onDamaged();
  }
  return undefined;
}

/**
 * Puts a compiled renderer, which was not found before, where builds find it.
 * @param compiled its folder, a path aside
 */
export async function keepCompiled(
  folder: string,
  compiled: string,
  made: MadeOf,
): Promise<LeasedRenderer> {
  const name = nameOf(made);
  const kept: Kept = { ...made, files: await sealFolder(compiled, PARTS) };
  await writeFile(join(compiled, LEASE), '');
  await writeFile(join(compiled, USED), '');
  // Last: what it lists is on the disk by now.
  await writeFile(join(compiled, LIST), JSON.stringify(kept), { flush: true });
  const own = join(folder, name);
  // What has the name and was not found is damaged.
  await removeAside(own);
  await rename(compiled, own);
  const leased = await lease(folder, name);
  if (!leased) throw new Error(`The renderer ${name} was compiled and is gone`);
  return leased;
}

/** Removes what was not used for longest, and what compilations that were killed left. */
export async function forgetUnused(folder: string, most = KEPT_AT_MOST): Promise<void> {
  for (const name of (await byLastUse(folder)).slice(most)) {
    const own = join(folder, name);
    const lock = tryLock(join(own, LEASE), 'exclusive');
    if (!lock) continue;
    await removeAside(own);
    lock.release();
  }
  await removeAbandoned(folder);
}

async function lease(folder: string, name: string): Promise<LeasedRenderer | undefined> {
  const own = join(folder, name);
  const lock = tryLock(join(own, LEASE), 'shared');
  const made = lock && (await readList(own));
  if (!made) {
    lock?.release();
    return undefined;
  }
  // A cache that may only be read has no last use.
  await utimes(join(own, USED), new Date(), new Date()).catch(() => undefined);
  return {
    engine: name,
    entry: pathToFileURL(join(own, made.entry)).href,
    assets: join(own, 'client'),
    isWhole: () => areWhole(own, PARTS, made.files),
    giveBack: () => lock.release(),
  };
}

/** Gone for builds at once: they find a renderer whole or not at all. */
async function removeAside(own: string): Promise<void> {
  const aside = await pathAside(own);
  const isThere = await rename(own, aside).then(
    () => true,
    () => false,
  );
  if (isThere) await rm(aside, { recursive: true, force: true });
}

async function byLastUse(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch((): string[] => [])).filter(
    (name) => !name.startsWith('.'),
  );
  const dated = await Promise.all(
    names.map(async (name) => {
      const used = await stat(join(folder, name, USED)).catch(() => undefined);
      return { name, time: used?.mtimeMs ?? 0 };
    }),
  );
  return dated.toSorted((a, b) => b.time - a.time).map(({ name }) => name);
}

/** Undefined when it is not there or damaged: its folder has the name of what it says. */
async function readList(own: string): Promise<Kept | undefined> {
  try {
    const kept = JSON.parse(await readFile(join(own, LIST), 'utf8')) as Kept;
    const { files, ...made } = kept;
    return nameOf(made) === basename(own) && files ? kept : undefined;
  } catch {
    return undefined;
  }
}
