/** Where a site is published to: a place that holds files under paths, and more of them aside where readers do not come. */

/** A file on its way: each arrives whole or not at all. */
export interface Outgoing {
  /** Below the target, `/`-separated. */
  path: string;
  sha256: string;
  /** What is to be there: bytes, or the absolute path of a file; without it what was put aside under this SHA-256. */
  from?: Uint8Array | string;
}

/** A small file as it is found. */
export interface Found {
  bytes: Uint8Array;
  /** How long ago it was written, in milliseconds, by the target's own clock. */
  age: number;
}

/** What a publication adds to a disk, in bytes and at the least. */
export interface SpaceNeeds {
  /** Of the files that are put. */
  put: number;
  /** Of the files whose places they take, and of those of them that are put aside. */
  replaced: number;
  keptOfReplaced: number;
  /** Of all that is put aside. */
  aside: number;
  /** How many new files there are. */
  files: number;
}

/** Called before each file is exchanged or removed; throws where the publisher must not go on. */
export type Before = () => Promise<void>;

/** Paths that begin so are kept from readers where the target can. */
export const PRIVATE = '_private/';

export interface Target {
  /** As messages name it; without credentials. */
  name: string;
  /**
   * Of the place for what is put aside: with another one what was put aside before is not found. Undefined where nothing can
   * be put aside: there one cannot go back to a release.
   */
  aside: string | undefined;
  /** Whether readers cannot read what is below `PRIVATE`. */
  hasPrivate: boolean;
  /** Whether a server there reads files that tell it what to do, and hides them. */
  takesControlFiles: boolean;
  read(path: string): Promise<Found | undefined>;
  /** Puts a file where there is none. @returns false where there is one, as far as the target can tell */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
  /** Whether somebody else's files are there, as far as the target can tell; asked where no publication was. */
  isTaken(): Promise<boolean>;
  /** Where it can be known. @throws TargetError where there is not room enough */
  refuseFull?(needs: SpaceNeeds): Promise<void>;
  /** In any order; what is put stands after a power cut. @param steps.onDone is called for each that has arrived */
  put(
    files: readonly Outgoing[],
    steps?: { onDone?: (() => void) | undefined; before?: Before | undefined },
  ): Promise<void>;
  /** Keeps copies of these aside, by their SHA-256; of those that are not there any more, or not what they were, none. */
  putAside(files: readonly { path: string; sha256: string }[], before?: Before): Promise<void>;
  /** Whether something was put aside under this name and is there. */
  hasAside(sha256: string): Promise<boolean>;
  /** Removes what was kept aside; what is not there is no error. */
  dropAside(sha256s: readonly string[], before?: Before): Promise<void>;
  /** What is not there is no error, and a folder of this name is no file. */
  remove(paths: readonly string[], before?: Before): Promise<void>;
  /** Removes what a publication that was killed left half written beside these paths. */
  tidy(paths: readonly string[]): Promise<void>;
  /** Reads and writes so far. */
  readonly requests: number;
}

/** How long ago a file was written by the clock of the server that answers with it; 0 where it does not say. */
export function ageOf(headers: Headers): number {
  const written = Date.parse(headers.get('last-modified') ?? '');
  const now = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(written) || Number.isNaN(now) ? 0 : Math.max(0, now - written);
}

/** The target cannot be read or written; the message says in Chinese what an operator can do. */
export class TargetError extends Error {
  readonly code = 'ETARGET';
}

/** What was put aside is gone or damaged. */
export function lostAside(name: string, paths: readonly string[]): TargetError {
  const [first = ''] = paths;
  const more = paths.length > 1 ? ` 等 ${paths.length} 个文件` : '';
  return new TargetError(
    `${name}：以前换下来的 ${first}${more} 已经不在了，或者被改过，不能这样退回。请用 git 退回稿件，再发布一次。`,
  );
}
