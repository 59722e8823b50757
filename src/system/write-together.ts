/** Changes of several files and folders that are made all, or none: where a disk is full, everything is as it was. */
import { randomUUID } from 'node:crypto';
import { chmod, copyFile, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Another text in a file; or a file or folder that goes elsewhere, where nothing is. Paths are absolute. */
export type FileChange = { path: string; text: string } | { from: string; to: string };
/** A file that is no text. */
export type BytesChange = { path: string; bytes: Uint8Array };

/**
 * All texts are on the disk before the first file is exchanged; where an exchange fails, those before it are taken back.
 * @throws what the file system says; the files are then as they were
 */
export async function writeTogether(changes: readonly (FileChange | BytesChange)[]): Promise<void> {
  const aside: string[] = [];
  const made: string[] = [];
  const undo: (() => Promise<void>)[] = [];
  try {
    const steps: (() => Promise<() => Promise<void>>)[] = [];
    for (const change of changes) {
      if ('from' in change) {
        steps.push(() => move(change.from, change.to, made));
        continue;
      }
      await makeFolders(dirname(change.path), made);
      const [draft, old] = [besides(change.path), besides(change.path)];
      aside.push(draft, old);
      await writeDraft(draft, change.path, 'text' in change ? change.text : change.bytes);
      steps.push(() => exchange(change.path, draft, old));
    }
    for (const step of steps) undo.push(await step());
  } catch (error) {
    for (const back of undo.toReversed()) await back();
    await removeAll(aside);
    // One that somebody has put something into meanwhile stays.
    for (const folder of made.toReversed()) await rmdir(folder).catch(() => undefined);
    throw error;
  }
  await removeAll(aside);
}

/** What cannot be removed now is removed by `removeUnfinished`; the change is made, or was not, all the same. */
async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true }).catch(() => undefined);
}

/** @param made is told each folder that was not there, the outer ones first, even where an inner one fails */
async function makeFolders(folder: string, made: string[]): Promise<void> {
  if (await isThere(folder)) return;
  await makeFolders(dirname(folder), made);
  // Undefined where somebody else was faster: it is theirs then.
  if ((await makeFolder(folder)) !== undefined) made.push(folder);
}

/** With a dot in front, nothing that reads the folder meanwhile takes it for a text. */
function besides(path: string): string {
  return join(dirname(path), `.${randomUUID()}.tmp`);
}

const BESIDE = /(?:^|[\\/])\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;
/** What is younger may be another process's that is at work. */
const AT_WORK_MS = 2000;

/** Removes what a process that was killed has left below a folder. @param folder absolute path */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  for (const name of names.filter((each) => BESIDE.test(each))) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats && stats.ctimeMs < Date.now() - AT_WORK_MS) await rm(path, { force: true });
  }
}

async function writeDraft(draft: string, path: string, content: string | Uint8Array) {
  const mode = await stat(path).then(
    (stats) => stats.mode,
    () => undefined,
  );
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
  if (mode !== undefined) await chmod(draft, mode & 0o7777);
}

async function exchange(path: string, draft: string, old: string): Promise<() => Promise<void>> {
  const wasThere = await isThere(path);
  if (wasThere) await copyFile(path, old);
  await rename(draft, path);
  return () => (wasThere ? rename(old, path) : rm(path, { force: true }));
}

async function move(from: string, to: string, made: string[]): Promise<() => Promise<void>> {
  if (await isThere(to)) throw new Error(`${to} is there already`);
  await makeFolders(dirname(to), made);
  await rename(from, to);
  return () => rename(to, from);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
