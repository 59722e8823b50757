/** What git knows of articles: when each came, in which state its date was changed later, and who reviewed. */
import { GitError, git } from '../../system/run-git.ts';
import { readBlobs } from './blob-facts.ts';
import type { BlobFacts } from './blob-facts.ts';
import { readArrivals } from './arrivals.ts';
import type { Arrivals } from './arrivals.ts';
import { readLog } from './git-log.ts';
import type { CommitFacts, LoggedCommit } from './git-log.ts';
import { livesOf } from './lives.ts';
import type { Life } from './lives.ts';
import { changesOf, exchangeOf, firstSeen } from './seen-versions.ts';
import type { Blobs, DateChange } from './seen-versions.ts';

export interface ArticleHistory {
  /** With which readers could see it first: what was a draft until then had not come. */
  added: CommitFacts;
  /** The last commit that changed the text. */
  last: CommitFacts;
  /** The newest first. */
  changes: readonly DateChange[];
  /** With which another text, of another title, took the place of what readers saw under the same date. */
  exchanged?: CommitFacts | undefined;
}

/** By path relative to the content folder, `articles/2026/…/index.md`. */
export type History = ReadonlyMap<string, ArticleHistory>;

/** Why nothing is known. */
export interface NoHistory {
  why: string;
}

/**
 * @param content absolute path of the content folder
 * @param cache of the site, where what committed texts say is kept; left out, nothing is kept
 */
export async function readHistory(content: string, cache?: string): Promise<History | NoHistory> {
  try {
    if ((await git(content, ['rev-parse', '--is-shallow-repository'])) === 'true') {
      return { why: '只取了最近的提交，没有取全部提交记录（git fetch --unshallow 以后再查）' };
    }
    const arrivals = await readArrivals(content);
    const lives = livesOf(arrived(await readLog(content), arrivals));
    const blobs = await readBlobs(content, textsToRead(lives), cache);
    joinLives(lives, blobs);
    return new Map(
      lives.flatMap((life) => {
        const { path, last } = life;
        const added = firstSeen(life, blobs);
        if (path === '' || !added) return [];
        const changes = changesOf(life, blobs);
        return [[path, { added, last, changes, exchanged: exchangeOf(life, blobs) }] as const];
      }),
    );
  } catch (error) {
    if (error instanceof GitError) return { why: '这个文件夹没有 git 提交记录' };
    throw error;
  }
}

/** Commits with the day on which they came to the published branch. */
function arrived(log: readonly LoggedCommit[], arrivals: Arrivals): LoggedCommit[] {
  return log.map(({ facts, files }) => {
    const { commit: by, day } = arrivals.get(facts.commit) ?? { commit: '', day: facts.day };
    const moved = day === facts.day ? {} : { day, written: facts.day };
    return { facts: { ...facts, ...moved, by }, files };
  });
}

/** Of articles that were changed, that were deleted, and that may be a deleted one under another name. */
function textsToRead(lives: readonly Life[]): string[] {
  const ended = lives.filter(({ end }) => end !== '');
  const [since = '9'] = ended.map(({ added }) => added?.day ?? '').toSorted();
  return lives.flatMap(({ versions, end, before, added }) => {
    const isAsked = versions.length > 1 || end !== '' || before;
    if (!isAsked && (added?.day ?? '') <= since) return [];
    return [end, ...versions.flatMap(({ id, olds }) => [id, ...olds])];
  });
}

/** An article that was deleted and added again is the one that it was. */
function joinLives(lives: readonly Life[], blobs: Blobs): void {
  const ended = lives.filter(({ end }) => end !== '');
  const byBody = new Map(ended.map((life) => [blobs.get(life.end)?.body ?? '', life]));
  byBody.delete('');
  // The oldest first: a life that is joined has those before it.
  for (const life of lives.toReversed()) {
    const first = life.versions.at(-1);
    const facts = first && blobs.get(first.id);
    if (!life.added || !first || !facts) continue;
    const { before } = life;
    const isSame = before !== undefined && isOneText(blobs.get(before.end), facts);
    const elsewhere = facts.body === '' ? undefined : byBody.get(facts.body);
    const earlier = isSame ? before : elsewhere;
    if (!earlier?.added || earlier === life || earlier.added.day > life.added.day) continue;
    first.olds = [earlier.end];
    life.added = earlier.added;
    life.versions.push(...earlier.versions);
  }
}

function isOneText(was: BlobFacts | undefined, is: BlobFacts): boolean {
  if (!was) return false;
  return (was.title !== '' && was.title === is.title) || (was.body !== '' && was.body === is.body);
}
