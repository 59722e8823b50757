/** Whether `dist/` is still what a build of the present content would give, without building. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unpublished } from '../model/content.ts';
import type { Article } from '../model/article.ts';
import { engineHash } from './engine-hash.ts';
import { PROJECT, siteCache } from './options.ts';
import type { SiteOptions } from './options.ts';

interface LastBuild {
  inputs: string;
  out: string;
  /** State of the written folder, so that one that was emptied or exchanged is noticed. */
  outState: string;
  /** The moment when the next article appears or expires, `YYYY-MM-DD HH:MM`; '' when none will. */
  until: string;
}

/** True when nothing has changed since the last build of this site into this folder. */
export async function isUpToDate(options: SiteOptions): Promise<boolean> {
  const last = await readLastBuild(options);
  return (
    last !== undefined &&
    last.out === options.out &&
    (last.until === '' || options.now < last.until) &&
    last.inputs === (await inputsOf(options)) &&
    last.outState === (await stateOf(options.out))
  );
}

/** Called after a good build. */
export async function rememberBuild(
  options: SiteOptions,
  articles: readonly Article[],
  unpublished: readonly Unpublished[],
): Promise<void> {
  const moments = [
    ...unpublished.filter(({ reason }) => reason === 'future').map(({ article }) => article.date),
    ...articles.flatMap(({ expires }) => expires ?? []),
  ];
  const last: LastBuild = {
    inputs: await inputsOf(options),
    out: options.out,
    outState: await stateOf(options.out),
    until: moments.toSorted()[0] ?? '',
  };
  await mkdir(siteCache(options.roots), { recursive: true });
  await writeFile(fileOf(options), JSON.stringify(last));
}

function fileOf({ roots }: SiteOptions): string {
  return join(siteCache(roots), 'last-build.json');
}

async function readLastBuild(options: SiteOptions): Promise<LastBuild | undefined> {
  const text = await readFile(fileOf(options), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as LastBuild;
  } catch {
    // A build that was killed while it wrote the file leaves half of it.
    return undefined;
  }
}

async function inputsOf({ roots }: SiteOptions): Promise<string> {
  const engine = await engineHash(PROJECT, []);
  return [engine, await stateOf(roots.content), await stateOf(roots.public)].join(' ');
}

/** Names, sizes and times of all files of a folder, as one hash. */
async function stateOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const hash = createHash('sha256');
  for (const path of paths) {
    const { size, mtimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0 }));
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}
