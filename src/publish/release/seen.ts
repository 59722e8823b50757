/** Notes at the target what a publication looked at: see `reason-to-publish.mjs`. */
import { hash } from 'node:crypto';
import type { Target } from '../targets/target.ts';
import { readSeen, SEEN } from './reason-to-publish.mjs';
import type { Seen } from './reason-to-publish.mjs';

/** Notes it where it is not what is noted there. */
export async function noteSeen(target: Target, { commit, next, release }: Seen): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify({ commit, next, release })}\n`);
  const there = await target.read(SEEN);
  if (there && bytes.equals(there.bytes)) return;
  await target.put([{ path: SEEN, sha256: hash('sha256', bytes), from: bytes }]);
}

/**
 * The commit that was found to be a release, though that was published of texts which were not committed.
 * @param release its sequence: what was seen of the one before a rollback says nothing of the one after
 * @returns '' where there is none
 */
export async function commitSeen(target: Pick<Target, 'read'>, release: number): Promise<string> {
  const seen = await seenAt(target);
  return seen?.release === release ? seen.commit : '';
}

/** After a rollback: what was gone back from returns with the next commit, and not by time. */
export async function holdTime(target: Target): Promise<void> {
  const seen = await seenAt(target);
  if (seen) await noteSeen(target, { ...seen, next: '' });
}

/** Undefined where nothing was published, or what is there is no note. */
export async function seenAt(target: Pick<Target, 'read'>): Promise<Seen | undefined> {
  const there = await target.read(SEEN);
  return there && readSeen(Buffer.from(there.bytes).toString());
}
