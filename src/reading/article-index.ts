/** What is known of each article's text, so that only texts that changed are read again. */
import type { ArticleText } from '../model/article.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { readKept, writeKept } from '../system/kept-json.ts';

/** What one text said when it was read. */
export interface KnownText {
  /** Undefined when there was no front matter to read. */
  text: ArticleText | undefined;
  lines: FieldLines;
  issues: Issue[];
}

export interface ArticleIndex {
  /** What is known of a file that holds these bytes. @param path absolute @param digest of its bytes */
  get(path: string, digest: string): KnownText | undefined;
  set(path: string, digest: string, known: KnownText): void;
  /** Forgets the files that are not among these paths. */
  keepOnly(paths: ReadonlySet<string>): void;
  /** Writes the index if it changed. */
  save(): Promise<void>;
}

type Row = [path: string, digest: string, ArticleText | null, FieldLines, Issue[]];

interface Stored {
  version: string;
  rows: Row[];
}

export interface ArticleIndexOptions {
  /** Where the index is kept; a missing, damaged or older one is an empty index. */
  file: string;
  /** Changes with the code and the settings that reading depends on. */
  version: string;
  /** Begin with nothing, whatever was kept. */
  isFresh?: boolean;
}

export function openArticleIndex({
  file,
  version,
  isFresh = false,
}: ArticleIndexOptions): ArticleIndex {
  const kept = isFresh ? undefined : (readKept(file) as Stored | undefined);
  const rows = new Map<string, Row>();
  if (kept?.version === version) for (const row of kept.rows) rows.set(row[0], row);
  let isChanged = isFresh;
  return {
    get(path, digest) {
      const [, known, text, lines, issues] = rows.get(path) ?? [];
      if (known !== digest || !lines || !issues) return undefined;
      return { text: text ?? undefined, lines, issues };
    },
    set(path, digest, { text, lines, issues }) {
      rows.set(path, [path, digest, text ?? null, lines, issues]);
      isChanged = true;
    },
    keepOnly(paths) {
      for (const path of rows.keys()) {
        if (!paths.has(path)) isChanged = rows.delete(path) || isChanged;
      }
    },
    async save() {
      if (!isChanged) return;
      await writeKept(file, { version, rows: [...rows.values()] } satisfies Stored);
      isChanged = false;
    },
  };
}
