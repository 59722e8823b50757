/** What a folder to publish to needs of the file system that it lies in: this machine's, or another's by SFTP. */

/** Paths are absolute, and joined by the disk itself. What fails has `code` as the system calls it: `ENOSPC`. */
export interface Disk {
  join(...parts: string[]): string;
  dirname(path: string): string;
  /** So many files are under way at once. */
  atOnce: number;
  /** Undefined where no file is. */
  read(path: string): Promise<FileRead | undefined>;
  /** What is there; a link is what it leads to. */
  kindOf(path: string): Promise<'file' | 'folder' | undefined>;
  /** Where a path leads, without links; undefined where nothing is. */
  realpath(path: string): Promise<string | undefined>;
  /** Names in a folder; none where there is no folder. */
  names(folder: string): Promise<string[]>;
  /** Milliseconds since 1970 by the clock that dates the files of this folder. */
  clock(folder: string): Promise<number>;
  /** A new file, which stands after a power cut. @param from bytes, or the path of a file of this machine */
  write(path: string, from: Uint8Array | string): Promise<void>;
  /** A new file like another one, which stands after a power cut. @returns false where that one is not what was said */
  copy(from: string, to: string, sha256: string): Promise<boolean>;
  /** The same for what is only to be kept: whether it is what was said may be asked later. */
  keep(from: string, to: string, sha256: string): Promise<boolean>;
  /** Whether a file is there and is what was said. */
  holds(path: string, sha256: string): Promise<boolean>;
  /** Puts a file in another one's place: whoever opens that finds the old one or the new one. */
  replace(from: string, to: string): Promise<void>;
  /** Gives a file its name where nothing has this name. @returns false where something has */
  publish(from: string, to: string): Promise<boolean>;
  /** What is not there is no error. */
  remove(path: string): Promise<void>;
  /** @returns false where it is not empty, or not there */
  removeFolder(path: string): Promise<boolean>;
  /** With all above it. @returns false where it was there */
  makeFolder(path: string): Promise<boolean>;
  /** Names in these folders stand after a power cut. */
  settle(folders: Iterable<string>): Promise<void>;
  /** Undefined where nobody can say. @param path need not be there */
  room(path: string): Promise<Room | undefined>;
}

export interface FileRead {
  bytes: Uint8Array;
  /** Milliseconds since 1970. */
  writtenMs: number;
}

/** What still goes into a file system. */
export interface Room {
  /** Of which file system: two folders of one have the same. */
  disk: string;
  bytes: number;
  /** How many files and folders; undefined where there is no such limit. */
  files: number | undefined;
  /** Whether what is kept takes its room twice while it is still in its place, too. */
  isKeptTwice: boolean;
}
