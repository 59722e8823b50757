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
  /** In any order. @param onDone is called for each that has arrived */
  put(files: readonly Outgoing[], onDone?: () => void): Promise<void>;
  /** Keeps copies of these aside, by their SHA-256. */
  putAside(files: readonly { path: string; sha256: string }[]): Promise<void>;
  /** Removes what was kept aside; what is not there is no error. */
  dropAside(sha256s: readonly string[]): Promise<void>;
  /** What is not there is no error. */
  remove(paths: readonly string[]): Promise<void>;
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
