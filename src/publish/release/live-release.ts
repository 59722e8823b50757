/** What is live, as far as it matters to who asks whether there is anything to publish. */
import type { Target } from '../targets/target.ts';
import { readRoot, ROOT } from './root.ts';
import { seenAt } from './seen.ts';

/** `never` where nothing was published. */
export type Live = LiveRelease | 'never';

export interface LiveRelease {
  /** Of which commit it is; '' where that is no commit. */
  commit: string;
  /** When something changes by time alone (ISO, UTC); '' where nothing does, or must not. */
  next: string;
  /** Somebody went back to it: what is newer returns by no time. */
  isHeld: boolean;
}

/** @throws TargetError, ManifestError */
export async function liveRelease(target: Pick<Target, 'read'>): Promise<Live> {
  const there = await target.read(ROOT);
  if (!there) return 'never';
  const { sequence, commit } = readRoot(there.bytes).root;
  const seen = await seenAt(target);
  // What was seen of another release says nothing of this one.
  if (seen && (seen.release ?? sequence) === sequence) {
    return { commit: seen.commit, next: seen.next, isHeld: false };
  }
  return { commit, next: '', isHeld: true };
}
