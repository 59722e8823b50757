/** The versions of an article: what was committed and what was saved, one list. */
import { createHash } from 'node:crypto';
import { isArticleName } from '../../model/article-name.ts';
import type { ArticleFile } from '../../model/article.ts';
import { withoutControls } from '../../model/clean-text.ts';
import { GitError } from '../../system/run-git.ts';
import type { ArticleVersions, ListedVersion } from '../version-api.ts';
import { articleHistory } from './article-history.ts';
import type { ArticleHistory, CommittedVersion } from './article-history.ts';
import { MOST_OF_ARTICLE } from './snapshots.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';

/** A version as it is found again by its key. */
export type FoundVersion = { top: string; commit: CommittedVersion } | { snapshot: Snapshot };

export interface VersionList extends ArticleVersions {
  find(key: string): FoundVersion | undefined;
}

const CUT = {
  shallow: '这台电脑上只有最近一段提交记录，更早的版本不在这里。',
  long: '提交记录很长，更早的版本没有读完。',
};
const UNREADABLE = '提交记录没有读出来，这里只有保存过的文字。';
const LONGEST_WORDS = 100;

/**
 * @param content absolute path
 * @param bytes of the text as it lies there now
 * @param isTaken whether another article has this name now: what was saved under it is that one's
 */
export async function listVersions(
  content: string,
  place: ArticleFile,
  bytes: Uint8Array,
  snapshots: Snapshots,
  isTaken: (id: string) => boolean,
): Promise<VersionList> {
  const found = await articleHistory(content, place, MOST_OF_ARTICLE).catch((error: unknown) => {
    if (error instanceof GitError) return error;
    throw error;
  });
  const history = found instanceof GitError ? undefined : found;
  const ids = [place.id, ...formerIds(place.id, history).filter((id) => !isTaken(id))];
  const saved = (await Promise.all(ids.map((id) => snapshots.of(id)))).flat();
  // By which git knows a text.
  const algorithm = history?.commits[0]?.commit.length === 64 ? 'sha256' : 'sha1';
  const blobId = (text: Uint8Array): string =>
    createHash(algorithm).update(`blob ${text.length}\0`).update(text).digest('hex');
  const now = blobId(bytes);
  const all = [
    ...(history?.commits ?? []).map((commit) => committed(commit, history?.top ?? '')),
    ...saved.map((snapshot) => entryOf(snapshot, blobId(Buffer.from(snapshot.text)))),
  ].toSorted((a, b) => b.listed.at - a.listed.at);
  const told = withoutRepeated(all).slice(0, MOST_OF_ARTICLE);
  return {
    versions: told.map(({ listed, blob }) => ({ ...listed, isNow: blob === now })),
    note: noteOf(found, told.length),
    find: (key) => told.find(({ listed }) => listed.key === key)?.version,
  };
}

interface Entry {
  listed: Omit<ListedVersion, 'isNow'>;
  blob: string | undefined;
  isGone: boolean;
  /** Whether it says nothing where its text is that of another. */
  isOnlyText: boolean;
  version: FoundVersion;
}

function committed(commit: CommittedVersion, top: string): Entry {
  const { at, by, text } = commit;
  return {
    listed: {
      key: commit.commit,
      at,
      by: commit.isBoundary ? '' : plain(by),
      did: wordsOfCommit(commit),
    },
    blob: typeof text === 'object' ? text.blob : undefined,
    isGone: text === 'gone',
    isOnlyText: commit.isMerge,
    version: { top, commit },
  };
}

function entryOf(snapshot: Snapshot, blob: string): Entry {
  const { since, at, by = '', did } = snapshot;
  return {
    listed: { key: String(since), at, by, did },
    blob,
    isGone: false,
    isOnlyText: true,
    version: { snapshot },
  };
}

/** What was saved and then committed is told once; so is a merge that changed nothing. */
function withoutRepeated(all: readonly Entry[]): Entry[] {
  const isText = ({ blob }: Entry): boolean => blob !== undefined;
  return all.filter((entry, index) => {
    if (entry.isGone) return false;
    if (!entry.isOnlyText || !isText(entry)) return true;
    const older = all.slice(index + 1).find(isText);
    const newer = all.slice(0, index).findLast(isText);
    const isCommitted = newer?.isOnlyText === false && newer.blob === entry.blob;
    return !isCommitted && older?.blob !== entry.blob;
  });
}

/** What the desk's own commits begin with. */
const OWN = /^(发布|更正|撤下|恢复发布|移动|先不发布|置顶|取消置顶|定时发布|改失效日期)：/;

/** A commit's subject in words of the office. */
export function wordsOfCommit({
  subject,
  isMerge,
  isBoundary,
}: Pick<CommittedVersion, 'subject' | 'isMerge' | 'isBoundary'>): string {
  if (isBoundary) return '这台电脑上最早的一份';
  const [, own] = OWN.exec(subject) ?? [];
  if (own !== undefined) return own;
  if (isMerge) return '合并别人的改动';
  if (subject.startsWith('Revert "')) return '退回以前的文字';
  const words = plain(subject);
  return words === '' ? '提交' : `提交：${words}`;
}

/** Whatever somebody may have written there, in one line. */
function plain(words: string): string {
  const line = withoutControls(words)
    .replaceAll(/[\s\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
  return [...line].slice(0, LONGEST_WORDS).join('');
}

/** Names that it had before it was renamed: what was saved then was saved under them. */
function formerIds(id: string, history: ArticleHistory | undefined): string[] {
  const names = (history?.commits ?? []).map(({ place }) =>
    place.slice(place.lastIndexOf('/') + 1),
  );
  return [...new Set(names)].filter((name) => name !== id && isArticleName(name));
}

function noteOf(found: ArticleHistory | GitError, count: number): string {
  if (found instanceof GitError) {
    return /not a git repository|unknown revision|ambiguous argument|bad revision/.test(
      found.message,
    )
      ? ''
      : UNREADABLE;
  }
  return found.isCut && count < MOST_OF_ARTICLE ? CUT[found.isCut] : '';
}
