/**
 * What is known of files that did not change since: one memory for articles, attachments, pictures and the search. A file is
 * known by its state on the disk; where that is another, by the id of its blob in git; else by its bytes.
 */
import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { digestFile, digestOf } from './file-digest.ts';
import { gitBlobs } from './git-blobs.ts';
import type { GitBlobs } from './git-blobs.ts';
import { readKept, writeKept } from './kept-json.ts';

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
  note<Kind extends keyof Facts>(path: string, kind: Kind, fact: Facts[Kind] | undefined): void;
  /** Keeps what is known; with `only`, of the files that were asked for since the last such call and no more. */
  save(only?: 'asked'): Promise<void>;
}

export interface FileMemoryOptions {
  /** Where it is kept; a missing or damaged one is empty. */
  file: string;
  /** Absolute paths of the folders whose files may be known to git. */
  folders: readonly string[];
  /** By kind of fact, what it depends on beside the file: facts of another version are forgotten. */
  versions: Readonly<Record<string, string>>;
  /** Believe no state and no git: read every file, once between two saves of what was asked. */
  paranoid?: boolean;
}

/** By what a file is told apart from its former self, unless somebody sets the clock back and writes into it in place. */
type State = readonly [ino: number, size: number, mtimeMs: number, ctimeMs: number];

interface Known {
  state: State;
  /** SHA-256 in hex; undefined for a large file that nobody had to read. */
  digest?: string | undefined;
  /** Id of git's blob. */
  blob?: string | undefined;
  facts?: Record<string, unknown> | undefined;
}

interface Stored {
  versions: Readonly<Record<string, string>>;
  /** Without names: there may be a hundred thousand. */
  files: [path: string, State, digest: string, blob: string, facts?: Known['facts']][];
}

/** What is judged by its beginning is judged again rather than read to its end. */
const READ_TO_REMEMBER = 64 * 1024 * 1024;

export function openFileMemory<Facts extends object>({
  file,
  folders,
  versions,
  paranoid = false,
}: FileMemoryOptions): FileMemory<Facts> {
  const files = readStored(file, versions);
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
    const state = stateOf(stats);
    if (paranoid) return verified.has(path) ? known : undefined;
    if (known && isSame(known.state, state)) return known;
    if (!isCloneSought) {
      isCloneSought = true;
      if (isFreshClone(files)) blobs = gitBlobs(folders);
    }
    const blob = blobs?.of(path, stats);
    if (!known || blob === undefined || known.blob !== blob || known.state[1] !== stats.size) {
      return undefined;
    }
    known.state = state;
    isChanged = true;
    return known;
  };

  /** What was noted of it holds on where the bytes are the same. */
  const noteDigest = (path: string, stats: Stats, digest: string): Known => {
    const known = files.get(path);
    verified.add(path);
    read += 1;
    isChanged = true;
    const isAlike = known?.digest === digest;
    const now: Known = {
      state: stateOf(stats),
      digest,
      blob: blobs?.of(path, stats),
      facts: isAlike ? known.facts : undefined,
    };
    files.set(path, now);
    return now;
  };

  const at = (path: string, stats: Stats): Known => {
    const known = recall(path, stats);
    if (known) return known;
    // To compare it with what it was, it must have been read then.
    if (stats.size > READ_TO_REMEMBER && files.get(path)?.digest === undefined) {
      verified.add(path);
      isChanged = true;
      const now: Known = { state: stateOf(stats) };
      files.set(path, now);
      return now;
    }
    return noteDigest(path, stats, digestFile(path).sha256);
  };

  const digest = (path: string, stats = statSync(path)): string => {
    const known = at(path, stats);
    known.digest ??= noteDigest(path, stats, digestFile(path).sha256).digest;
    return known.digest ?? '';
  };

  return {
    known: (path, stats = statSync(path)) => recall(path, stats)?.digest,
    digest,
    noteBytes: (path, stats, bytes) => noteDigest(path, stats, digestOf(bytes).sha256).digest ?? '',
    fact: (path, kind, stats = statSync(path)) =>
      at(path, stats).facts?.[String(kind)] as Facts[typeof kind] | undefined,
    note(path, kind, fact) {
      const known = at(path, statSync(path));
      if (fact === undefined && known.facts?.[String(kind)] === undefined) return;
      known.facts = { ...known.facts, [String(kind)]: fact };
      isChanged = true;
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
      await writeKept(file, stored(files, versions));
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
  const changed = samples.filter(([path, { state }]) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined || !isSame(state, stateOf(stats));
  });
  return changed.length > samples.length / 2;
}

function noteBlobs(files: ReadonlyMap<string, Known>, blobs: GitBlobs): void {
  for (const [path, known] of files) {
    if (known.blob !== undefined || known.digest === undefined) continue;
    // Git speaks of the file as it is now, the digest of the file as it was read.
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && isSame(known.state, stateOf(stats))) known.blob = blobs.of(path, stats);
  }
}

function stateOf({ ino, size, mtimeMs, ctimeMs }: Stats): State {
  return [ino, size, mtimeMs, ctimeMs];
}

function isSame(a: State, b: State): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

function stored(files: ReadonlyMap<string, Known>, versions: Stored['versions']): Stored {
  const rows = [...files].map(([path, { state, digest = '', blob = '', facts }]) => {
    const row: Stored['files'][number] = [path, state, digest, blob];
    if (facts) row.push(facts);
    return row;
  });
  return { versions, files: rows };
}

function readStored(file: string, versions: Stored['versions']): Map<string, Known> {
  const kept = readKept(file) as Stored | undefined;
  const files = new Map<string, Known>();
  if (!kept) return files;
  const kinds = Object.keys({ ...kept.versions, ...versions });
  const old = kinds.filter((kind) => kept.versions[kind] !== versions[kind]);
  for (const [path, state, digest, blob, facts] of kept.files) {
    for (const kind of old) if (facts) delete facts[kind];
    files.set(path, { state, digest: digest || undefined, blob: blob || undefined, facts });
  }
  return files;
}
