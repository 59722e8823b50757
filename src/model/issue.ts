/** A problem (问题) in what staff wrote: they can mend it, so it is reported in their words, not thrown. */
export interface Issue {
  /** Path as staff see it, `/`-separated and relative to the folder above `content/`, e.g. `content/columns.yaml`. */
  file: string;
  /** 1-based line in that file; left out when the problem is the file as a whole. */
  line?: number | undefined;
  /** What is wrong, in Chinese, one sentence that quotes what was found. */
  message: string;
  /** What to do about it, in Chinese. */
  fix: string;
}

/** The issues as printed text: sorted by file and line, an empty line between two. */
export function formatIssues(issues: readonly Issue[]): string {
  return issues
    .toSorted(byPlace)
    .map(({ file, line, message, fix }) => {
      const place = line === undefined ? file : `${file}:${line}`;
      return `${place}\n  ${message}\n  → ${fix}`;
    })
    .join('\n\n');
}

function byPlace(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
