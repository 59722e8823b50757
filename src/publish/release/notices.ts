/**
 * What a release has taken back or put right of articles (撤下、更正), in a text that its root names: whoever goes back to an
 * older release would make public again what was withdrawn since.
 */
import type { BuiltFiles } from '../../output/build-record.ts';
import { ManifestError } from '../manifest/manifest-tree.ts';

export interface Notices {
  /** Ids of articles, and what they were called before. */
  withdrawn: ReadonlySet<string>;
  /** How often an article was corrected, by its id; none that never was. */
  corrected: ReadonlyMap<string, number>;
}

export const NO_NOTICES: Notices = { withdrawn: new Set(), corrected: new Map() };

export function noticesText({ withdrawn, corrected }: Notices): string {
  const lines = [
    ...[...withdrawn].map((id) => `withdrawn ${id}\n`),
    ...[...corrected].map(([id, times]) => `corrected ${id} ${times}\n`),
  ];
  return lines.toSorted().join('');
}

/** @throws ManifestError for what is none */
export function readNotices(text: string): Notices {
  const withdrawn = new Set<string>();
  const corrected = new Map<string, number>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, gone, id = '', times] =
      /^(?:withdrawn ([\w-]+)|corrected ([\w-]+) (\d{1,6}))$/.exec(line) ?? [];
    if (gone !== undefined) withdrawn.add(gone);
    else if (times !== undefined) corrected.set(id, Number(times));
    else throw new ManifestError('the notices are damaged');
  }
  return { withdrawn, corrected };
}

/** Pages, by their paths in the older release. */
export interface TakenBack {
  /** What would be public again. */
  withdrawn: string[];
  /** What would be wrong again. */
  corrected: string[];
}

/**
 * What going back would take back.
 * @param files of the older release
 */
export function takenBack(live: Notices, older: Notices, files: BuiltFiles): TakenBack {
  const back: TakenBack = { withdrawn: [], corrected: [] };
  for (const path of files.keys()) {
    const [, id] = /\/([^/]+)\/index\.html$/.exec(path) ?? [];
    if (id === undefined) continue;
    if (live.withdrawn.has(id)) {
      if (!older.withdrawn.has(id)) back.withdrawn.push(path);
    } else if ((live.corrected.get(id) ?? 0) > (older.corrected.get(id) ?? 0)) {
      back.corrected.push(path);
    }
  }
  return back;
}

/** Whether something is withdrawn that was not. @param before undefined where nobody knows */
export function withdrawsAny(now: Notices, before: Notices | undefined): boolean {
  return [...now.withdrawn].some((id) => before?.withdrawn.has(id) !== true);
}
