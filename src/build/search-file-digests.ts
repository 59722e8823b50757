/**
 * Hashes of files beside articles; a file is read again only when it is another one, or its size or a time changed. A file
 * that was moved to the place of an old one may have the size and the time of that.
 */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeAtomically } from '../model/write-atomically.ts';

export interface FileDigests {
  /** @param path absolute */
  of(path: string): string;
  /** Remembers the hashes that were asked for, and no others. */
  save(): Promise<void>;
}

type Known = [stamp: string, digest: string];

/** @param file where the hashes are kept; a missing or damaged one holds none */
export async function openFileDigests(file: string): Promise<FileDigests> {
  const stored = await readFile(file, 'utf8').catch(() => '');
  const rows = new Map<string, Known>(entriesIn(stored));
  const asked = new Map<string, Known>();
  return {
    of(path) {
      const { ino, size, mtimeMs, ctimeMs } = statSync(path);
      const stamp = `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
      const [knownStamp, known = ''] = rows.get(path) ?? [];
      const digest = knownStamp === stamp ? known : hash('sha256', readFileSync(path), 'hex');
      asked.set(path, [stamp, digest]);
      return digest;
    },
    async save() {
      const text = JSON.stringify([...asked]);
      if (text === stored) return;
      await writeAtomically(file, text);
    },
  };
}

function entriesIn(text: string): [string, Known][] {
  try {
    return JSON.parse(text) as [string, Known][];
  } catch {
    return [];
  }
}
