/**
 * What git knows of files that are as they were committed: the ids of their blobs. A fresh clone has new times for all its
 * files; by these ids they are known without being read. Git is asked for its list alone, with the state of each file when it
 * was listed: to compare files git would run the filters that a repository names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shortDigest } from './digest.ts';
import { PROJECT } from './project.ts';

export interface GitBlobs {
  /**
   * By what the file's bytes are known: the id of its blob, and how this repository turns blobs into files. Undefined where the
   * file is not as it was listed.
   * @param path absolute
   */
  of(path: string, stats: Stats): string | undefined;
}

/** Asks git once for each folder; none where there is no git, or no repository. @param folders absolute paths */
export function gitBlobs(folders: readonly string[]): GitBlobs {
  const listed = new Map<string, Listed>();
  for (const folder of folders) {
    if (!isInRepository(folder)) continue;
    const index = git(folder, ['rev-parse', '--git-path', 'index'])?.trim();
    const list = git(folder, [...LIST, '-v', '--debug', '--', '.']);
    const conversion = conversionIn(folder);
    if (index === undefined || list === undefined || conversion === undefined) continue;
    // What is as young as the list may have been written again since, at the same time of its disk.
    const listedAt = statSync(resolve(folder, index), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    for (const [, id = '', name = '', ...state] of list.matchAll(ENTRY)) {
      const [ctime = 0, mtime = 0, ino = 0, size = 0] = numbers(state);
      if (mtime >= listedAt) continue;
      listed.set(join(folder, name), { blob: `${id} ${conversion}`, ctime, mtime, ino, size });
    }
  }
  return {
    of(path, stats) {
      const entry = listed.get(path);
      return entry && isAsListed(entry, stats) ? entry.blob : undefined;
    },
  };
}

interface Listed {
  blob: string;
  /** Milliseconds since 1970. */
  ctime: number;
  mtime: number;
  ino: number;
  /** Bytes; git keeps the last 32 bits. */
  size: number;
}

/** A plain file, merged, which git is not told to take for unchanged (`h`) or to leave out (`S`); and its state. */
const ENTRY =
  /H 100(?:644|755) ([0-9a-f]{40,64}) 0\t([^\0]+)\0 {2}ctime: (\d+):(\d+)\n {2}mtime: (\d+):(\d+)\n {2}dev: \d+\tino: (\d+)\n {2}uid: \d+\tgid: \d+\n {2}size: (\d+)\t/g;

function numbers(state: readonly string[]): [number, number, number, number] {
  const [cs = 0, cn = 0, ms = 0, mn = 0, ino = 0, size = 0] = state.map(Number);
  return [cs * 1000 + cn / 1e6, ms * 1000 + mn / 1e6, ino, size];
}

function isAsListed(entry: Listed, { ctimeMs, mtimeMs, ino, size }: Stats): boolean {
  const isSameTime = (a: number, b: number): boolean => Math.abs(a - b) < 0.001;
  return (
    isSameTime(entry.ctime, ctimeMs) &&
    isSameTime(entry.mtime, mtimeMs) &&
    entry.ino === ino % 2 ** 32 &&
    entry.size === size % 2 ** 32
  );
}

/** As it is: to fill up a list that is not whole, git would ask another machine. */
const LIST = ['ls-files', '-z', '--stage', '--sparse'];

const CONVERSION = '^(filter\\..*|core\\.(autocrlf|eol|attributesfile|checkroundtripencoding))$';

/** How blobs become files: the attributes, and what git is set to. Where that changes, one blob is other bytes. */
function conversionIn(folder: string): string | undefined {
  const attributes = git(folder, [...LIST, '--', ':(top,glob)**/.gitattributes']);
  const own = git(folder, ['rev-parse', '--git-path', 'info/attributes'])?.trim();
  if (attributes === undefined || own === undefined || existsSync(resolve(folder, own))) {
    return undefined;
  }
  const settings = git(folder, ['config', '--null', '--get-regexp', CONVERSION]) ?? '';
  return shortDigest(attributes + settings, 8);
}

function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** Of a hundred thousand paths 35 MB. */
const MOST_BYTES = 1024 * 1024 * 1024;
const LONGEST_MS = 60_000;

/** What it prints; undefined when it fails. It writes nothing, and runs no program that the repository names. */
function git(folder: string, command: readonly string[]): string | undefined {
  // Within a hook git names its own folder and index, which are not those of the content.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
  const options = ['-C', folder, '-c', 'core.fsmonitor=false', ...command];
  const { status, stdout } = spawnSync('git', options, {
    // Where it is started, Windows looks for it first.
    cwd: PROJECT,
    env: { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
    maxBuffer: MOST_BYTES,
    timeout: LONGEST_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return status === 0 ? stdout : undefined;
}
