/** What is known of each article's file, so that only files that changed are read again. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Article } from './article.ts';
import type { FieldLines } from './field-lines.ts';
import type { Issue } from './issue.ts';

/** A file's size in bytes and its time of change in milliseconds: when both are the same, so is the text. */
export interface Stamp {
  size: number;
  mtimeMs: number;
}

/** What one file said when it was read. */
export interface KnownArticle {
  /** Undefined when there was no front matter to read. */
  article: Article | undefined;
  lines: FieldLines;
  issues: Issue[];
}

export interface ArticleIndex {
  get(path: string, stamp: Stamp): KnownArticle | undefined;
  set(path: string, stamp: Stamp, known: KnownArticle): void;
  /** Forgets the files that are not among these. */
  keepOnly(paths: ReadonlySet<string>): void;
  /** Writes the index if it changed. */
  save(): Promise<void>;
}

interface Stored {
  version: string;
  entries: [path: string, size: number, mtimeMs: number, known: KnownArticle][];
}

/**
 * @param file where the index is kept; a missing, damaged or older one is an empty index
 * @param version changes with the code and the settings that reading depends on
 */
export async function openArticleIndex(file: string, version: string): Promise<ArticleIndex> {
  const stored = await readStored(file, version);
  const entries = new Map(
    stored.map(([path, size, mtimeMs, known]) => [path, { size, mtimeMs, known }]),
  );
  let isChanged = false;
  return {
    get(path, { size, mtimeMs }) {
      const entry = entries.get(path);
      return entry?.size === size && entry.mtimeMs === mtimeMs ? entry.known : undefined;
    },
    set(path, { size, mtimeMs }, known) {
      entries.set(path, { size, mtimeMs, known });
      isChanged = true;
    },
    keepOnly(paths) {
      for (const path of entries.keys()) {
        if (!paths.has(path)) isChanged = entries.delete(path) || isChanged;
      }
    },
    async save() {
      if (!isChanged) return;
      const rows = [...entries].map(([path, { size, mtimeMs, known }]) => [
        path,
        size,
        mtimeMs,
        known,
      ]);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.part`, JSON.stringify({ version, entries: rows }));
      await rename(`${file}.part`, file);
      isChanged = false;
    },
  };
}

async function readStored(file: string, version: string): Promise<Stored['entries']> {
  try {
    const stored = JSON.parse(await readFile(file, 'utf8')) as Stored;
    return stored.version === version ? stored.entries : [];
  } catch {
    return [];
  }
}
