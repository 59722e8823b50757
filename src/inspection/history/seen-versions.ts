/** What readers saw of an article from version to version: when first, and what was changed under their eyes. */
import type { BlobFacts } from './blob-facts.ts';
import type { CommitFacts } from './git-log.ts';
import type { Life, Version } from './lives.ts';
import { areDifferent } from './text-sketch.ts';

export interface DateChange extends CommitFacts {
  /** Days, `YYYY-MM-DD`: that which readers saw, and the one after the commit. */
  was: string;
  becomes: string;
}

export type Blobs = ReadonlyMap<string, BlobFacts>;

/** The first commit that was no draft; that which added it where nothing is known of its versions. */
export function firstSeen({ versions, added }: Life, blobs: Blobs): CommitFacts | undefined {
  const first = versions.at(-1);
  if (!added || !first || blobs.get(first.id)?.draft !== true) return added;
  return versions.findLast(({ id }) => blobs.get(id)?.draft === false)?.facts ?? added;
}

/** Dates that were changed when readers had seen them, though it may have been a draft between; the newest first. */
export function changesOf(life: Life, blobs: Blobs): DateChange[] {
  let seen: string[] = [];
  return life.versions
    .toReversed()
    .flatMap((version): DateChange[] => {
      const { facts, id } = version;
      const shown = shownBefore(life, version, blobs).map(({ day }) => day);
      if (shown.length > 0) seen = shown;
      const becomes = blobs.get(id);
      const [was] = seen;
      if (was === undefined || !becomes || becomes.day === '' || becomes.draft) return [];
      return seen.includes(becomes.day) ? [] : [{ ...facts, was, becomes: becomes.day }];
    })
    .filter(({ by, becomes }, at, all) => {
      // A merge repeats what it brings.
      const before = all[at - 1];
      return by === undefined || before?.by !== by || before.becomes !== becomes;
    })
    .toReversed();
}

/** What readers saw until a version came. */
function shownBefore({ versions }: Life, version: Version, blobs: Blobs): BlobFacts[] {
  const { facts, olds } = version;
  const earlier = versions.slice(versions.indexOf(version) + 1);
  return olds.flatMap((old) => {
    const is = blobs.get(old);
    if (!is || is.day === '' || is.draft || is.day > facts.day) return [];
    // What came to the published branch together was seen in its last state alone.
    const origin = earlier.find(({ id }) => id === old);
    return origin?.facts.by !== undefined && origin.facts.by === facts.by ? [] : [is];
  });
}

/** The version with which nothing was left of title and body that readers had seen first. */
export function exchangeOf(life: Life, blobs: Blobs): CommitFacts | undefined {
  const oldest = life.versions.toReversed();
  const first = oldest.flatMap((version) => shownBefore(life, version, blobs))[0];
  const [newest] = life.versions;
  const now = newest && blobs.get(newest.id);
  if (!first || !now || now.draft || !isAnother(first, now)) return undefined;
  const version = oldest.find(({ id }) => {
    const then = blobs.get(id);
    return then !== undefined && !then.draft && isAnother(first, then);
  });
  return version?.facts;
}

function isAnother(a: BlobFacts, b: BlobFacts): boolean {
  return areDifferent(a.titleSketch, b.titleSketch) && areDifferent(a.bodySketch, b.bodySketch);
}
