/** What is known of each article's file, so that only files that changed are read again. */
import { statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Article } from './article.ts';
import type { FieldLines } from './field-lines.ts';
import type { Issue } from './issue.ts';

/** What one file said when it was read. */
export interface KnownArticle {
  /** Undefined when there was no front matter to read. */
  article: Article | undefined;
  lines: FieldLines;
  issues: Issue[];
}

export interface ArticleIndex {
  /** What is known of a file whose size and time are as they were; the text itself is not looked at. */
  get(path: string): KnownArticle | undefined;
  /** The same for a file whose text was just read. */
  getSame(path: string, digest: string): KnownArticle | undefined;
  set(path: string, known: KnownArticle): void;
  /** Forgets the files that are not among these. */
  keepOnly(paths: ReadonlySet<string>): void;
  /** Writes the index if it changed. */
  save(): Promise<void>;
}

/** A file's size in bytes and its time of change in milliseconds. */
type Stamp = readonly [size: number, mtimeMs: number];

interface Stored {
  version: string;
  entries: [path: string, stamp: Stamp, known: KnownArticle][];
}

export interface ArticleIndexOptions {
  /** Where the index is kept; a missing, damaged or older one is an empty index. */
  file: string;
  /** Changes with the code and the settings that reading depends on. */
  version: string;
  /** Trust no file's size and time, compare the texts. */
  paranoid: boolean;
}

export async function openArticleIndex({
  file,
  version,
  paranoid,
}: ArticleIndexOptions): Promise<ArticleIndex> {
  const stored = await readStored(file, version);
  const entries = new Map(stored.map(([path, stamp, known]) => [path, { stamp, known }]));
  let isChanged = false;
  return {
    get(path) {
      const entry = paranoid ? undefined : entries.get(path);
      return entry && isSame(entry.stamp, stampOf(path)) ? entry.known : undefined;
    },
    getSame(path, digest) {
      const entry = entries.get(path);
      if (entry?.known.article?.digest !== digest) return undefined;
      const stamp = stampOf(path);
      isChanged ||= !isSame(entry.stamp, stamp);
      entry.stamp = stamp;
      return entry.known;
    },
    set(path, known) {
      entries.set(path, { stamp: stampOf(path), known });
      isChanged = true;
    },
    keepOnly(paths) {
      for (const path of entries.keys()) {
        if (!paths.has(path)) isChanged = entries.delete(path) || isChanged;
      }
    },
    async save() {
      if (!isChanged) return;
      const rows = [...entries].map(([path, { stamp, known }]) => [path, stamp, known]);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.part`, JSON.stringify({ version, entries: rows }));
      await rename(`${file}.part`, file);
      isChanged = false;
    },
  };
}

/** Synchronous: a hundred thousand promises cost more than the calls. */
function stampOf(path: string): Stamp {
  const { size, mtimeMs } = statSync(path);
  return [size, mtimeMs];
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

async function readStored(file: string, version: string): Promise<Stored['entries']> {
  try {
    const stored = JSON.parse(await readFile(file, 'utf8')) as Stored;
    return stored.version === version ? stored.entries : [];
  } catch {
    return [];
  }
}
