/** What the desk knows of the live site: asked when the desk opens, after each publication, and now and then while something waits. */
import type { Roots } from '../../model/content.ts';
import type { Live } from '../../publish/release/live-release.ts';
import type { Publisher } from './publisher.ts';

export interface LiveSite {
  /** Over once it was asked for the first time, or has not answered for a while: nobody is told meanwhile what readers have. */
  begun: Promise<void>;
  /** Undefined while it is not known. */
  now(): Live | undefined;
  /** Asks. @returns why it is not known */
  look(): Promise<string | undefined>;
  /** Asks, unless that was just done: somebody may have published from elsewhere. Nobody waits for it. */
  lookAgain(): void;
}

/** Milliseconds between two looks while something waits. */
const LOOK_AGAIN = 60_000;
/** Milliseconds for which the first page waits for the first answer. */
const FIRST_MS = 20_000;

export function liveSite(publisher: Publisher, roots: Roots): LiveSite {
  let known: Live | undefined;
  let looked = 0;
  let last: Promise<string | undefined> = Promise.resolve(undefined);
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  setTimeout(begin, FIRST_MS).unref();

  async function ask(): Promise<string | undefined> {
    const live = await publisher.live(roots);
    if (typeof live === 'object' && 'problem' in live) return live.problem;
    known = live;
    return undefined;
  }

  // One that began before a publication ended knows nothing of it.
  function look(): Promise<string | undefined> {
    looked = Date.now();
    return (last = last.then(ask, ask).finally(begin));
  }
  return {
    begun,
    now: () => known,
    look,
    lookAgain() {
      if (Date.now() - looked >= LOOK_AGAIN) void look();
    },
  };
}
