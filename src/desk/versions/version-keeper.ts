/** Keeps what is saved, as it is saved; where that fails, what was saved is worth more, and the failure is told elsewhere. */
import type { ArticleFile } from '../../model/article.ts';
import type { Source } from '../server/open-article.ts';
import type { Snapshots } from './snapshots.ts';

export interface VersionKeeper {
  /** Before a saving writes over a text. @param isKept whether the text stays a version, however young it is */
  before(place: ArticleFile, source: Source, isKept: boolean): Promise<void>;
  /** @param by who; undefined where nobody signs in. @param did 保存, 恢复, 发布 … */
  saved(place: ArticleFile, source: Source, by: string | undefined, did: string): Promise<void>;
}

export function versionKeeper(
  snapshots: Snapshots,
  onFailure: (error: unknown) => void,
): VersionKeeper {
  return {
    async before(place, { bytes, text }, isKept) {
      // What is no text is no version of one.
      if (text === undefined) return;
      const there = { text: bytes.toString('utf8'), files: namesBeside(place) };
      const kept = isKept ? snapshots.keep(place.id, there) : snapshots.before(place.id, there);
      await kept.catch(onFailure);
    },
    async saved(place, { bytes, text }, by, did) {
      if (text === undefined) return;
      const saved = { text: bytes.toString('utf8'), files: namesBeside(place), by, did };
      await snapshots.saved(place.id, saved).catch(onFailure);
    },
  };
}

/** Names of an article's pictures and attachments. */
export function namesBeside({ beside = [] }: ArticleFile): string[] {
  return beside.filter((name) => !name.endsWith('/') && !name.startsWith('.'));
}
