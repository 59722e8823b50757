/** What is known of each article's file, so that only files that changed are read again. */
import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Article } from '../model/article.ts';
import { NOTHING_NAMED } from '../model/body.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { ArticleFile } from './find-files.ts';
import type { Issue } from '../model/issue.ts';
import { writeAtomically } from '../system/write-atomically.ts';

/** What one file said when it was read. */
export interface KnownArticle {
  /** Undefined when there was no front matter to read. */
  article: Article | undefined;
  lines: FieldLines;
  issues: Issue[];
}

export interface ArticleIndex {
  /** What is known of a file whose size and time are as they were; the text itself is not looked at. */
  get(file: ArticleFile): KnownArticle | undefined;
  /** The same for a file whose text was just read. */
  getSame(file: ArticleFile, digest: string): KnownArticle | undefined;
  set(file: ArticleFile, known: KnownArticle): void;
  /** Forgets the files that are not among these paths. */
  keepOnly(paths: ReadonlySet<string>): void;
  /** Writes the index if it changed. */
  save(): Promise<void>;
}

/** A file's size in bytes and its time of change in milliseconds. */
type Stamp = readonly [size: number, mtimeMs: number];

/** Without what the file's own place says: with 100,000 articles each word counts. */
type StoredArticle = Omit<Article, keyof ArticleFile | 'column' | 'named'>;

type Row = [path: string, stamp: Stamp, StoredArticle | null, FieldLines, Issue[]];

interface Stored {
  version: string;
  rows: Row[];
}

export interface ArticleIndexOptions {
  /** Where the index is kept; a missing, damaged or older one is an empty index. */
  file: string;
  /** Changes with the code and the settings that reading depends on. */
  version: string;
  /** Trust no file's size and time, compare the texts. */
  paranoid: boolean;
  /** Begin with nothing, whatever was kept. */
  isFresh?: boolean;
}

export async function openArticleIndex({
  file,
  version,
  paranoid,
  isFresh = false,
}: ArticleIndexOptions): Promise<ArticleIndex> {
  const rows = new Map<string, Row>();
  const kept = isFresh ? [] : await readStored(file, version);
  for (const row of kept) rows.set(row[0], row);
  let isChanged = isFresh;
  return {
    get(found) {
      const row = paranoid ? undefined : rows.get(found.path);
      return row && isSame(row[1], stampOf(found.path)) ? knownFrom(row, found) : undefined;
    },
    getSame(found, digest) {
      const row = rows.get(found.path);
      if (row?.[2]?.digest !== digest) return undefined;
      const stamp = stampOf(found.path);
      isChanged ||= !isSame(row[1], stamp);
      row[1] = stamp;
      return knownFrom(row, found);
    },
    set(found, { article, lines, issues }) {
      const stored = article ? withoutPlace(article) : null;
      rows.set(found.path, [found.path, stampOf(found.path), stored, lines, issues]);
      isChanged = true;
    },
    keepOnly(paths) {
      for (const path of rows.keys()) {
        if (!paths.has(path)) isChanged = rows.delete(path) || isChanged;
      }
    },
    async save() {
      if (!isChanged) return;
      const text = JSON.stringify({ version, rows: [...rows.values()] });
      await writeAtomically(file, `${sumOf(text)}\n${text}`);
      isChanged = false;
    },
  };
}

const PLACE = new Set(['id', 'path', 'file', 'folder', 'format', 'column', 'named', 'beside']);

function withoutPlace(article: Article): StoredArticle {
  const kept = Object.entries(article).filter(([key]) => !PLACE.has(key));
  return Object.fromEntries(kept) as unknown as StoredArticle;
}

function knownFrom([, , stored, lines, issues]: Row, found: ArticleFile): KnownArticle {
  const place = { ...found, column: '', named: NOTHING_NAMED };
  return { article: stored ? { ...stored, ...place } : undefined, lines, issues };
}

/** Synchronous: a hundred thousand promises cost more than the calls. */
function stampOf(path: string): Stamp {
  const state = statSync(path, { throwIfNoEntry: false });
  // One that has gone since it was listed is like no file that was ever read.
  return state ? [state.size, state.mtimeMs] : [-1, Number.NaN];
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Its first line is the sum of the rest: a letter that a disk exchanged would be published as an article's own. */
async function readStored(file: string, version: string): Promise<Row[]> {
  try {
    const content = await readFile(file);
    const end = content.indexOf('\n');
    const text = content.subarray(end + 1);
    if (content.toString('latin1', 0, end) !== sumOf(text)) return [];
    const stored = JSON.parse(text.toString()) as Stored;
    return stored.version === version ? stored.rows : [];
  } catch {
    return [];
  }
}

function sumOf(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}
