/**
 * Keeps one machine's site current: at each push and at each moment at which something changes by time alone, the branch's commit
 * is checked out and published. Whatever goes wrong leaves the old site as it is, is said once, and is tried again.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ManifestError } from '../publish/manifest/manifest-tree.ts';
import { readSeen, reasonToPublish, SEEN } from '../publish/release/reason-to-publish.mjs';
import type { Reason } from '../publish/release/reason-to-publish.mjs';
import { readRoot, ROOT } from '../publish/release/root.ts';
import { checkOut, GitError, headOf, tipOf } from './git.ts';
import type { Upstream } from './git.ts';
import { kindOf } from './health.ts';
import type { Health, Problem } from './health.ts';
import { runPublish } from './run-publish.ts';
import type { Publishing } from './run-publish.ts';
import { shareEngine } from './share-engine.ts';

export interface KeeperOptions {
  /** Absolute paths: the clone, the keeper's own checkout of it, and the folder that is served. */
  project: string;
  checkout: string;
  to: string;
  upstream: Upstream;
  /** Prints a line, or several. */
  log: (text: string) => void;
}

export interface Keeper {
  health: Health;
  /** Looks now: somebody has pushed. */
  wake(): void;
  /** Looks at once and again and again, until it is stopped. */
  run(): Promise<void>;
  /** One that is under way ends first. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 60_000;
/** Many hooks at once are one look. */
const REST_MS = 1_000;
/** A timer may come a moment too early. */
const PAST_MS = 50;
/** A failure is tried again after one minute, two, four … */
const LONGEST_WAIT_MS = 5 * 60_000;

const REASONS: Readonly<Record<Reason, string>> = {
  unknown: '网站上没有写发布到了哪里',
  commit: '有新的提交',
  time: '有稿件到了时间',
};

interface Failure {
  commit: string;
  times: number;
  said: string;
  /** Milliseconds since 1970. */
  again: number;
  problem: Problem;
}

export function createKeeper({ project, checkout, to, upstream, log }: KeeperOptions): Keeper {
  const health: Health = { live: undefined, checked: undefined, next: '', problem: undefined };
  let failure: Failure | undefined;
  let gitAway: Problem | undefined;
  let publishing: Publishing | undefined;
  const stopping = new AbortController();
  let isWoken = false;
  let wakeUp = (): void => undefined;

  async function look(): Promise<void> {
    // Somebody may have gone back to an older release.
    health.live = await liveOf(to);
    const tip = await branchTip();
    const seen = await readSeenOf(to);
    health.next = tip === undefined ? '' : (seen?.next ?? '');
    if (tip === undefined) return;
    const reason = reasonToPublish(seen, tip, new Date());
    if (reason === undefined) failure = undefined;
    else if (failure?.commit !== tip || Date.now() >= failure.again) await publish(tip, reason);
  }

  /** Where git does not answer, what is checked out is what there is: articles appear on their minute all the same. */
  async function branchTip(): Promise<string | undefined> {
    try {
      const tip = await tipOf(project, upstream);
      if (gitAway) log('git 又能访问了。');
      gitAway = undefined;
      return tip;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (!gitAway) log(`访问不到 git（${error.message}），网站照旧，每分钟再试。`);
      gitAway ??= { kind: 'git', since: new Date().toISOString() };
      return headOf(checkout);
    }
  }

  async function publish(commit: string, reason: Reason): Promise<void> {
    const begun = performance.now();
    const { code, said } = await checkedOutAndPublished(commit);
    const seen = await readSeenOf(to);
    health.live = await liveOf(to);
    health.next = seen?.next ?? '';
    if (code === 0 && seen?.commit === commit) {
      failure = undefined;
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const told = said.split('\n').at(-1) ?? '';
      log(`${REASONS[reason]}（提交 ${commit.slice(0, 8)}，${seconds} 秒）：${told}`);
    } else if (!stopping.signal.aborted) fail(commit, code, said);
  }

  function fail(commit: string, code: number, said: string): void {
    const before = failure;
    const times = (before?.commit === commit ? before.times : 0) + 1;
    const wait = Math.min(LOOK_EVERY_MS * 2 ** (times - 1), LONGEST_WAIT_MS);
    const told = said.split('\n').filter((line) => !isProgress(line));
    const isSame = before?.commit === commit && before.said === said;
    const why = isSame ? '，原因同上。' : `：\n${told.join('\n')}\n`;
    const again = `网站没有改动，${wait / 60_000} 分钟后再试；有新的提交就马上再试。`;
    log(`提交 ${commit.slice(0, 8)} 没有发布${why}${again}`);
    const since = before?.problem.since ?? new Date().toISOString();
    failure = {
      commit,
      times,
      said,
      again: Date.now() + wait,
      problem: { kind: kindOf(code), since },
    };
  }

  async function checkedOutAndPublished(commit: string): Promise<{ code: number; said: string }> {
    let engine: Record<string, string>;
    try {
      await checkOut(project, checkout, upstream, commit);
      engine = await shareEngine(project, checkout);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { code: 3, said: `取不出这个提交的稿件（${reason}）。请检查网络、磁盘和权限。` };
    }
    publishing = runPublish(checkout, to, engine);
    const result = await publishing.ended;
    publishing = undefined;
    return result;
  }

  /** Until the next minute, the next moment that is due, or a push. */
  async function rest(): Promise<void> {
    await pause(REST_MS);
    if (isWoken || stopping.signal.aborted) return;
    const due = failure || health.next === '' ? Infinity : Date.parse(health.next) - Date.now();
    await pause(Math.max(0, Math.min(LOOK_EVERY_MS - REST_MS, due + PAST_MS)), true);
  }

  function pause(ms: number, isWakeable = false): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      wakeUp = () => {
        if (isWakeable || stopping.signal.aborted) end();
      };
    });
  }

  return {
    health,
    wake() {
      isWoken = true;
      wakeUp();
    },
    async run() {
      while (!stopping.signal.aborted) {
        isWoken = false;
        await look().catch((error: unknown) => log(`没有料到的错误，每分钟再试：${String(error)}`));
        health.problem = failure?.problem ?? gitAway;
        health.checked = new Date().toISOString();
        if (!stopping.signal.aborted) await rest();
      }
    },
    async stop() {
      stopping.abort();
      wakeUp();
      await publishing?.stop();
    },
  };
}

/** 「读取稿件……」 */
function isProgress(line: string): boolean {
  return line.endsWith('……');
}

async function readSeenOf(folder: string): Promise<ReturnType<typeof readSeen>> {
  const text = await readFile(join(folder, SEEN), 'utf8').catch(() => '');
  return readSeen(text);
}

/** Undefined before the first publication. */
export async function liveOf(folder: string): Promise<Health['live']> {
  const bytes = await readFile(join(folder, ROOT)).catch(() => undefined);
  if (!bytes) return undefined;
  try {
    const { sequence, time, commit, site } = readRoot(bytes).root;
    return { sequence, time, commit, site };
  } catch (error) {
    // Who publishes next says what to do.
    if (error instanceof ManifestError) return undefined;
    throw error;
  }
}
