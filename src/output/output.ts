/**
 * The one door to `dist/`: all that is written there and removed goes through it, and for each file that it made it knows what
 * is in it. Only files whose bytes changed are written.
 */
import { constants, copyFileSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { digestFile, digestOf } from '../system/file-digest.ts';
import type { FileDigest } from '../system/file-digest.ts';
import { LOCK } from '../system/lock.ts';
import { MARK } from './out-folder.ts';
import { createFolders, replace } from './put-file.ts';
import { prune, removeFiles } from './remove-files.ts';

/** Paths are relative to the folder, `/`-separated. */
export interface MadeFiles {
  /** What was made so far, whether or not it had changed. */
  readonly made: ReadonlyMap<string, FileDigest>;
  /** Files whose bytes changed so far, and that went. */
  readonly changed: number;
}

/** Writing is synchronous: threads share the work, and a promise for each small file costs more than the file. */
export interface Output extends MadeFiles {
  folder: string;
  /**
   * Called before the first change: a build that ends before `finish` is known by it.
   * @returns whether the folder is empty
   */
  begin(): Promise<boolean>;
  write(path: string, bytes: Uint8Array | string): void;
  copy(source: string, path: string): void;
  /** @param fill writes the file under the temporary name that it is given */
  make(path: string, fill: (temporary: string) => void): void;
  /** Takes over what an output of another thread made in the same folder. */
  adopt(files: MadeFiles): void;
  /** Removes these of an earlier build; folders that become empty go too. @param keep what this build has */
  remove(paths: Iterable<string>, keep: ReadonlyMap<string, unknown>): Promise<void>;
  /** Removes every file that is not among these. */
  prune(keep: ReadonlyMap<string, unknown>): Promise<void>;
  /** Marks the folder as written by us. @returns when, in milliseconds: written last, it dates the folder */
  finish(): Promise<number>;
}

/** What the mark says while a build is at work. */
const BUILDING = 'building';

/** @param given the folder's path; it is there: a build has locked it */
export function createOutput(given: string): Output {
  // Astro's ends with a slash.
  const folder = resolve(given);
  const folders = createFolders(folder);
  const made = new Map<string, FileDigest>();
  let changed = 0;
  const output: Output = {
    folder,
    made,
    get changed() {
      return changed;
    },
    async begin() {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, MARK), BUILDING);
      const names = await readdir(folder);
      return names.every((name) => name === MARK || name.startsWith(LOCK));
    },
    write(path, data) {
      const target = join(folder, path);
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      made.set(path, digestOf(bytes));
      const isNew = folders.ensure(dirname(target));
      if (!isNew && holds(target, bytes)) return;
      replace(target, (temporary) => {
        writeFileSync(temporary, bytes);
        return true;
      });
      changed += 1;
    },
    copy(source, path) {
      const target = join(folder, path);
      const isNew = folders.ensure(dirname(target));
      // What is there is only read; what is copied is known by the copy, since the source may change meanwhile.
      const digest = isNew ? undefined : digestIfSame(source, target);
      if (digest) {
        made.set(path, digest);
        return;
      }
      replace(target, (temporary) => {
        copyFileSync(source, temporary, constants.COPYFILE_FICLONE);
        made.set(path, digestFile(temporary));
        return true;
      });
      changed += 1;
    },
    make(path, fill) {
      const target = join(folder, path);
      folders.ensure(dirname(target));
      replace(target, (temporary) => {
        fill(temporary);
        const digest = digestFile(temporary);
        made.set(path, digest);
        const isNew = !isSame(digest, target);
        if (isNew) changed += 1;
        return isNew;
      });
    },
    adopt(files) {
      for (const [path, digest] of files.made) made.set(path, digest);
      changed += files.changed;
    },
    async remove(paths, keep) {
      changed += await removeFiles(folder, paths, keep);
    },
    async prune(keep) {
      changed += await prune(folder, keep);
    },
    async finish() {
      const mark = join(folder, MARK);
      await writeFile(mark, '');
      return (await stat(mark)).mtimeMs;
    },
  };
  return output;
}

/** A link to the right bytes is not the file: what it leads to is not ours. */
function holds(target: string, bytes: Uint8Array): boolean {
  const found = lstatSync(target, { throwIfNoEntry: false });
  return found?.size === bytes.length && found.isFile() && readFileSync(target).equals(bytes);
}

/** The digest of a file that stands at the other place, too. */
function digestIfSame(source: string, target: string): FileDigest | undefined {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== statSync(source).size) return undefined;
  const digest = digestFile(source);
  return isSame(digest, target) ? digest : undefined;
}

function isSame({ sha256, size }: FileDigest, target: string): boolean {
  const found = lstatSync(target, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === size && digestFile(target).sha256 === sha256;
}
