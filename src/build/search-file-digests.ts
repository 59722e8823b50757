/** Hashes of files beside articles; a file is read again only when its size or time changed. */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface FileDigests {
  /** @param path absolute */
  of(path: string): string;
  /** Remembers the hashes that were asked for, and no others. */
  save(): Promise<void>;
}

type Known = [size: number, mtimeMs: number, digest: string];

/** @param file where the hashes are kept; a missing or damaged one holds none */
export async function openFileDigests(file: string): Promise<FileDigests> {
  const stored = await readFile(file, 'utf8').catch(() => '');
  const known = new Map<string, Known>(entriesIn(stored));
  const asked = new Map<string, Known>();
  return {
    of(path) {
      const { size, mtimeMs } = statSync(path);
      const entry = known.get(path);
      const digest =
        entry?.[0] === size && entry[1] === mtimeMs
          ? entry[2]
          : hash('sha256', readFileSync(path), 'hex');
      asked.set(path, [size, mtimeMs, digest]);
      return digest;
    },
    async save() {
      const text = JSON.stringify([...asked]);
      if (text === stored) return;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
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
