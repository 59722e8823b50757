/**
 * Texts that were saved and not committed, which git does not know: a draft lies uncommitted until it is published. Of one
 * writer's savings within five minutes the last is kept, unless most of the text is gone in it; what was there before somebody
 * wrote over it is kept, too. A file each, whole or not at all, and within bounds: the oldest go first.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readKept, writeKept } from '../../system/kept-json.ts';
import { CACHE, HOME, siteName } from '../../system/project.ts';
import { removeAbandoned } from '../../system/write-atomically.ts';

export interface Snapshot {
  /** When it was saved first, milliseconds: by it a snapshot is known. */
  since: number;
  /** When it was saved last. */
  at: number;
  /** Undefined where nobody signs in, or nobody knows. */
  by: string | undefined;
  /** 保存, 导入, 恢复, 更正: what was done. */
  did: string;
  /** The whole file. */
  text: string;
  /** Names of what lies beside it. */
  files: string[];
  /** The next saving makes another one, however soon. */
  isClosed: boolean;
}

export type Saved = Pick<Snapshot, 'by' | 'did' | 'text' | 'files'>;

export interface Snapshots {
  /** A text that is about to be written over, or sent on its way: the next saving leaves it as it is. */
  keep(id: string, there: Pick<Saved, 'text' | 'files'>): Promise<void>;
  /** A text that is about to be written over by a saving; one that was saved here is known. */
  before(id: string, there: Pick<Saved, 'text' | 'files'>): Promise<void>;
  /** A text that was saved. */
  saved(id: string, saved: Saved): Promise<void>;
  /** The newest first. */
  of(id: string): Promise<Snapshot[]>;
  one(id: string, since: number): Snapshot | undefined;
}

/** Of what was not saved here: nobody knows who wrote it. */
export const FOUND = '以前的文字';

const TOGETHER_MS = 5 * 60_000;
export const MOST_OF_ARTICLE = 50;
/** Bytes: of one article, and of all. */
const LARGEST_ARTICLE = 16 * 1024 * 1024;
const LARGEST = 256 * 1024 * 1024;
/** All are counted once in so many. */
const COUNTED_EVERY = 40;
/** Characters: a shorter text that is emptied is soon written again. */
const MUCH = 200;

/**
 * Beside the caches of sites, not in one: what is there is made by no build. Known by where it lies in the bureau's folder, which
 * may be moved as a whole.
 * @param content absolute path
 */
export function snapshotFolder(content: string): string {
  return join(CACHE, 'desk-versions', siteName(relative(HOME, content)));
}

/** @param clock milliseconds */
export function openSnapshots(
  folder: string,
  clock: () => number,
  { largest = LARGEST }: { largest?: number } = {},
): Snapshots {
  let added = 0;
  const fileOf = (id: string, since: number): string => join(folder, id, `${since}.json`);
  const one = (id: string, since: number): Snapshot | undefined =>
    readKept(fileOf(id, since)) as Snapshot | undefined;

  async function newestOf(id: string): Promise<Snapshot | undefined> {
    for (const since of await times(join(folder, id))) {
      const found = one(id, since);
      if (found) return found;
    }
    return undefined;
  }

  async function add(id: string, saved: Omit<Snapshot, 'since' | 'at'>, now = clock()) {
    const newest = (await times(join(folder, id)))[0] ?? 0;
    const since = Math.max(now, newest + 1);
    await writeKept(fileOf(id, since), { ...saved, since, at: now } satisfies Snapshot);
    await drop(await files([join(folder, id)]), LARGEST_ARTICLE, MOST_OF_ARTICLE);
    if (added % COUNTED_EVERY === 0) {
      await removeAbandoned(join(folder, id));
      const ids = await readdir(folder);
      await drop(await files(ids.map((each) => join(folder, each))), largest, Infinity);
    }
    added += 1;
  }

  async function before(
    id: string,
    there: Pick<Saved, 'text' | 'files'>,
    isClosing = false,
  ): Promise<void> {
    const newest = await newestOf(id);
    if (newest?.text !== there.text) {
      await add(id, { ...there, by: undefined, did: FOUND, isClosed: true });
    } else if (isClosing && !newest.isClosed) {
      await writeKept(fileOf(id, newest.since), { ...newest, isClosed: true });
    }
  }

  return {
    keep: (id, there) => before(id, there, true),
    before,
    async saved(id, saved) {
      const newest = await newestOf(id);
      if (newest?.text === saved.text) return;
      const now = clock();
      const isSame = newest?.by === saved.by && newest?.did === saved.did && !newest?.isClosed;
      if (!newest || !isSame || now - newest.since > TOGETHER_MS || isLoss(newest.text, saved.text))
        return add(id, { ...saved, isClosed: false }, now);
      const { since } = newest;
      await writeKept(fileOf(id, since), { ...saved, since, at: now, isClosed: false });
    },
    async of(id) {
      const found = await times(join(folder, id));
      return found.flatMap((since) => one(id, since) ?? []);
    },
    one,
  };
}

function isLoss(before: string, after: string): boolean {
  return before.length - after.length > MUCH && after.length < before.length / 2;
}

/** The newest first. */
async function times(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const found = names.flatMap((name) => /^(\d{1,15})\.json$/.exec(name)?.[1] ?? []);
  return found.map(Number).toSorted((a, b) => b - a);
}

interface KeptFile {
  path: string;
  since: number;
  bytes: number;
}

async function files(folders: readonly string[]): Promise<KeptFile[]> {
  const found: KeptFile[] = [];
  for (const folder of folders) {
    for (const since of await times(folder)) {
      const path = join(folder, `${since}.json`);
      const bytes = await stat(path).then(
        ({ size }) => size,
        () => 0,
      );
      found.push({ path, since, bytes });
    }
  }
  return found;
}

/** The oldest go, as many as are too much; the newest stays, however large. */
async function drop(all: readonly KeptFile[], bytes: number, count: number): Promise<void> {
  let sum = 0;
  for (const [index, file] of all.toSorted((a, b) => b.since - a.since).entries()) {
    sum += file.bytes;
    if (index > 0 && (index >= count || sum > bytes)) await rm(file.path, { force: true });
  }
}
