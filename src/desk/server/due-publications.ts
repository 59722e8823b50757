/**
 * What is committed and comes due by time alone is published by the desk: while it is open at the minute, else when it opens. What
 * fails is tried again, each time after a longer pause.
 */
import type { LiveSite } from './live-site.ts';

export interface DueSetUp {
  live: LiveSite;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** One publication at a time. */
  turn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Publishes what is committed. */
  publish: () => Promise<{ isDone: boolean; said: string }>;
  /** Hears what went wrong, for the terminal. */
  onTrouble: (words: string) => void;
}

export interface DuePublications {
  /** After each reading: clocks are set, and machines sleep. @param ahead when something comes due of what is not live yet */
  look(ahead?: number): void;
  /** Undefined while nothing went wrong. */
  trouble(): Trouble | undefined;
  /** What is under way ends first. */
  close(): Promise<void>;
}

export interface Trouble {
  said: string;
  /** When it is tried again, in milliseconds since 1970. */
  again: number;
}

/** A timer may come a moment too early. */
const PAST_MS = 50;
/** No timer goes beyond 24 days, nor on while a machine sleeps. */
const LONGEST_TIMER_MS = 60 * 60_000;
/** After one minute, two, four … */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

export function duePublications({
  live,
  clock,
  turn,
  publish,
  onTrouble,
}: DueSetUp): DuePublications {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isClosed = false;
  let failures = 0;
  let trouble: Trouble | undefined;
  /** Of what is committed and not live. */
  let waiting: number | undefined;

  /** When there is something to do; undefined where there is nothing ahead. */
  function due(): number | undefined {
    const known = live.now();
    if (known === undefined) return trouble?.again ?? clock();
    if (known === 'never' || known.isHeld) return undefined;
    const moments = [known.next === '' ? undefined : Date.parse(known.next), waiting];
    const next = Math.min(...moments.map((each) => each ?? Infinity));
    return Number.isFinite(next) ? Math.max(next, trouble?.again ?? 0) : undefined;
  }

  function look(): void {
    if (isClosed || working) return;
    clearTimeout(timer);
    const at = due();
    if (at === undefined) return;
    const left = at - clock();
    if (left > 0) {
      timer = setTimeout(look, Math.min(left + PAST_MS, LONGEST_TIMER_MS));
      // It keeps no process alive.
      timer.unref();
      return;
    }
    working = work()
      .catch((error: unknown) => fail('程序出错了。', String(error)))
      .finally(() => {
        working = undefined;
        look();
      });
  }

  const isDue = (): boolean => (due() ?? Infinity) <= clock();

  async function work(): Promise<void> {
    const unknown = await live.look();
    if (unknown !== undefined) return fail(unknown);
    // Somebody may have published meanwhile.
    const published = await turn(async () => (isDue() ? publish() : undefined));
    if (published?.isDone === false) return fail(published.said);
    const lost = published && (await live.look());
    if (lost !== undefined) return fail(lost);
    if (published) waiting = undefined;
    succeed();
    if (isDue()) fail('发布了，但是网站上写的还是以前的。');
  }

  function succeed(): void {
    failures = 0;
    trouble = undefined;
  }

  function fail(said: string, more = said): void {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
    const isSame = trouble?.said === said;
    failures += 1;
    trouble = { said, again: clock() + pause };
    const why = isSame ? '原因同上。' : `\n${more}`;
    onTrouble(`到时间的稿件还没有发布到网站，${pause / 60_000} 分钟后再试：${why}`);
  }

  return {
    look(ahead) {
      // One whose moment has come is not ahead any more, and waits until it is live.
      if (waiting === undefined || waiting > clock()) waiting = ahead;
      look();
    },
    trouble: () => trouble,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await working;
    },
  };
}
