/**
 * What is known of files that did not change since: one memory for articles, attachments, pictures and the search. A file is
 * known by its state on the disk; in a fresh clone, where all have another, by its blob in git; else by its bytes.
 */
import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { digestFile, digestOf } from './file-digest.ts';
import { gitBlobs } from './git-blobs.ts';
import type { GitBlobs } from './git-blobs.ts';
import { readKeptRows, writeKeptRows } from './kept-json.ts';

/** @typeParam Facts what may be kept of a file, by kind */
export interface FileMemory<Facts extends object> {
  /** SHA-256 of the file, in hex, if it is known without reading it. @param path absolute */
  known(path: string, stats?: Stats): string | undefined;
  /** SHA-256 of the file, in hex; read if need be. */
  digest(path: string, stats?: Stats): string;
  /** Notes what was read. @param stats of before it was read @returns its SHA-256, in hex */
  noteBytes(path: string, stats: Stats, bytes: Uint8Array): string;
  /** What was noted of the file as it is now. */
  fact<Kind extends keyof Facts>(path: string, kind: Kind, stats?: Stats): Facts[Kind] | undefined;
  /**
   * Notes what was found in a file; nothing where the file was changed meanwhile.
   * @param stats of before it was looked into
   */
  note<Kind extends keyof Facts>(
    path: string,
    kind: Kind,
    fact: Facts[Kind] | undefined,
    stats: Stats,
  ): void;
  /** From now on facts of this kind are of this version: what was noted under another is forgotten. */
  use(kind: keyof Facts, version: string): void;
  /** Keeps what is known; with `only`, of the files that were asked for since the last such call and no more. */
  save(only?: 'asked'): Promise<void>;
}

export interface FileMemoryOptions {
  /** Where it is kept; a missing or damaged one is empty. */
  file: string;
  /** Absolute paths of the folders whose files may be known to git. */
  folders: readonly string[];
  /** Believe no state and no git: read every file, once between two saves of what was asked. */
  paranoid?: boolean;
}

/**
 * The first four are by what a file is told apart from its former self, unless somebody sets the clock back and writes into it
 * in place. Without names, as it is kept: there may be a hundred thousand.
 */
type Known = [
  ino: number,
  size: number,
  mtimeMs: number,
  ctimeMs: number,
  /** SHA-256 in hex; empty for a large file that nobody had to read. */
  digest: string,
  /** By what git knows it; empty where git does not. */
  blob: string,
  facts?: Record<string, unknown> | undefined,
];

const CTIME = 3;
const DIGEST = 4;
const BLOB = 5;
const FACTS = 6;

/** By kind of fact, what it depends on beside the file. */
type Versions = Record<string, string>;

/** Another one stands for another form of `Known`. */
const FORM = 1;

interface Head {
  form: typeof FORM;
  versions: Versions;
}

/** What is judged by its beginning is judged again rather than read to its end. */
const READ_TO_REMEMBER = 64 * 1024 * 1024;

export function openFileMemory<Facts extends object>({
  file,
  folders,
  paranoid = false,
}: FileMemoryOptions): FileMemory<Facts> {
  const { files, versions } = readStored(file);
  const asked = new Set<string>();
  const verified = new Set<string>();
  let blobs: GitBlobs | undefined;
  let isCloneSought = files.size === 0;
  let read = 0;
  let isChanged = false;

  /** Undefined when nobody can say what is in the file without reading it. */
  const recall = (path: string, stats: Stats): Known | undefined => {
    asked.add(path);
    const known = files.get(path);
    if (paranoid) return verified.has(path) ? known : undefined;
    if (known && isSame(known, stats)) return known;
    if (!isCloneSought) {
      isCloneSought = true;
      if (isFreshClone(files)) blobs = gitBlobs(folders);
    }
    const blob = blobs?.of(path, stats);
    if (!known || blob === undefined || known[BLOB] !== blob || known[1] !== stats.size) {
      return undefined;
    }
    return put(path, [...stateOf(stats), known[DIGEST], blob, known[FACTS]]);
  };

  const put = (path: string, known: Known): Known => {
    files.set(path, known);
    isChanged = true;
    return known;
  };

  /** What was noted of it holds on where the bytes are the same. */
  const noteDigest = (path: string, stats: Stats, digest: string): Known => {
    const before = files.get(path);
    const facts = before?.[DIGEST] === digest ? before[FACTS] : undefined;
    verified.add(path);
    read += 1;
    return put(path, [...stateOf(stats), digest, blobs?.of(path, stats) ?? '', facts]);
  };

  const at = (path: string, stats: Stats): Known => {
    const known = recall(path, stats);
    if (known) return known;
    // To compare it with what it was, it must have been read then.
    if (stats.size > READ_TO_REMEMBER && !files.get(path)?.[DIGEST]) {
      verified.add(path);
      return put(path, [...stateOf(stats), '', '']);
    }
    return noteDigest(path, stats, digestFile(path).sha256);
  };

  return {
    known: (path, stats = statSync(path)) => recall(path, stats)?.[DIGEST] || undefined,
    digest(path, stats = statSync(path)) {
      const known = at(path, stats)[DIGEST];
      return known || noteDigest(path, stats, digestFile(path).sha256)[DIGEST];
    },
    noteBytes: (path, stats, bytes) => noteDigest(path, stats, digestOf(bytes).sha256)[DIGEST],
    fact: (path, kind, stats = statSync(path)) =>
      at(path, stats)[FACTS]?.[String(kind)] as Facts[typeof kind] | undefined,
    note(path, kind, fact, stats) {
      const known = files.get(path);
      const now = statSync(path, { throwIfNoEntry: false });
      if (!known || now?.ctimeMs !== stats.ctimeMs || !isAlike(known, stats)) return;
      if (fact === undefined && known[FACTS]?.[String(kind)] === undefined) return;
      known[FACTS] = { ...known[FACTS], [String(kind)]: fact };
      isChanged = true;
    },
    use(kind, version) {
      const name = String(kind);
      if (versions[name] === version) return;
      versions[name] = version;
      isChanged = true;
      for (const known of files.values()) if (known[FACTS]) delete known[FACTS][name];
    },
    async save(only) {
      if (only === 'asked') {
        for (const path of files.keys()) {
          if (!asked.has(path)) isChanged = files.delete(path) || isChanged;
        }
        asked.clear();
        verified.clear();
        if (read > files.size * MANY) noteBlobs(files, (blobs ??= gitBlobs(folders)));
        // What git says holds for one reading.
        blobs = undefined;
        isCloneSought = files.size === 0;
        read = 0;
      }
      if (!isChanged) return;
      isChanged = false;
      await writeKeptRows(file, { form: FORM, versions } satisfies Head, [...files]);
    },
  };
}

/** Above this part of all files git is asked for the ids of those that were read: so few as one are cheaper to read again. */
const MANY = 0.05;

/** So many files, from the first to the last, are looked at to tell a fresh clone from a few changes. */
const SAMPLES = 16;

/** Whether most files have another state than they had. */
function isFreshClone(files: ReadonlyMap<string, Known>): boolean {
  const step = Math.ceil(files.size / SAMPLES);
  const samples = [...files].filter((_, index) => index % step === 0);
  const changed = samples.filter(([path, known]) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined || !isSame(known, stats);
  });
  return changed.length > samples.length / 2;
}

function noteBlobs(files: ReadonlyMap<string, Known>, blobs: GitBlobs): void {
  for (const [path, known] of files) {
    if (known[BLOB] || !known[DIGEST]) continue;
    // Git speaks of the file as it is now, the digest of the file as it was read.
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && isSame(known, stats)) known[BLOB] = blobs.of(path, stats) ?? '';
  }
}

/** Within this a file can be written twice at what its disk calls one time. */
const ONE_TICK_MS = 20;

function stateOf({ ino, size, mtimeMs, ctimeMs }: Stats): [number, number, number, number] {
  // What has just been written may be written once more: it is read again the next time.
  const isYoung = Math.abs(Date.now() - ctimeMs) < ONE_TICK_MS;
  return [ino, size, mtimeMs, isYoung ? 0 : ctimeMs];
}

function isSame(known: Known, stats: Stats): boolean {
  return known[CTIME] === stats.ctimeMs && isAlike(known, stats);
}

function isAlike(known: Known, { ino, size, mtimeMs }: Stats): boolean {
  return known[0] === ino && known[1] === size && known[2] === mtimeMs;
}

function readStored(file: string): { files: Map<string, Known>; versions: Versions } {
  const kept = readKeptRows(file);
  const head = kept?.head as Partial<Head> | null | undefined;
  if (!kept || head?.form !== FORM) return { files: new Map(), versions: {} };
  return { files: new Map(kept.rows as [string, Known][]), versions: head.versions ?? {} };
}
