/**
 * Makes a release live. Readers meet the old site or the new one at every moment: what others name comes first, the root last,
 * and what nobody names any more goes after it. Killed anywhere, the next publication finishes or takes back what was begun.
 */
import { hash } from 'node:crypto';
import type { Before, Outgoing, Target } from '../targets/target.ts';
import { inTheWay } from './in-the-way.ts';
import type { TargetState } from './live-site.ts';
import { phaseOf, PHASES } from './order.ts';
import { ALIVE, ALIVE_EVERY_MS, newPending, PENDING, readPending } from './pending.ts';
import type { Pending } from './pending.ts';
import { unfinishedPaths } from './plan.ts';
import type { Plan } from './plan.ts';
import { partPath, readRoot, ROOT } from './root.ts';

/** Somebody else publishes, or did so meanwhile. */
export class PublisherError extends Error {
  readonly code = 'EPUBLISHER';
  /** As it is told: user and machine, and since when (ISO); '' where it is not known. */
  readonly who: string;
  readonly since: string;

  constructor(pending?: Pending) {
    super('another publication');
    this.who = pending?.who ?? '';
    this.since = pending?.since ?? '';
  }
}

export interface PublishOptions {
  /** Bytes of a file of the release, or the path of a file; undefined where the target has them aside. */
  bytesOf: (path: string) => Outgoing['from'];
  /** Called when the root is there, before anything is removed. */
  onLive?: () => Promise<void>;
  onFile?: ((done: number, total: number) => void) | undefined;
}

/** Another release became live since the state was read: nothing was touched, and one can begin anew. */
export class MovedOnError extends PublisherError {}

/** @throws PublisherError while another publication is at work */
export function refuseOther({ found }: TargetState): void {
  if (found && !found.isDead) throw new PublisherError(found.pending);
}

/**
 * Carries a plan out.
 * @param state as it was read when the plan was made
 * @throws MovedOnError when the plan is of a release that is not live any more: nothing was written
 * @throws PublisherError when another publication began meanwhile: nothing was committed
 * @throws TargetError
 */
export async function carryOut(
  target: Target,
  plan: Plan,
  state: TargetState,
  { bytesOf, onLive, onFile }: PublishOptions,
): Promise<void> {
  const doubtful = [...unfinishedPaths(state)];
  const own = newPending(target, { next: plan.root.sha256, paths: doubtful, after: plan.after });
  await claim(target, own, state);
  const before = fence(target, own);
  const stopBeating = keepAlive(target);
  try {
    const paths = [...new Set([...plan.put.map(({ path }) => path), ...plan.after.remove])];
    if (state.found) await target.tidy([...doubtful, ...paths, ROOT]);
    await target.putAside(plan.putAside, before);
    await refuseOthers(target, own);
    await target.put([textFile(PENDING, JSON.stringify({ ...own, paths }))], { before });
    await putFiles(target, plan, { bytesOf, onFile, before });
    const parts = [...plan.texts].map(([sha256, text]) => textFile(partPath(sha256), text, sha256));
    await target.put(parts, { before });
    await refuseOthers(target, own);
    await refuseOtherRoot(target, state);
    await target.put([textFile(ROOT, plan.root.text, plan.root.sha256)], { before });
    try {
      await onLive?.();
    } finally {
      await clearUp(target, plan, own, stopBeating);
    }
  } finally {
    await stopBeating();
  }
}

/** What a root that is live leaves to be done. Whoever took over meanwhile does it. */
async function clearUp(
  target: Target,
  { after }: Plan,
  own: Pending,
  stopBeating: () => Promise<void>,
): Promise<void> {
  const before = fence(target, own);
  try {
    await target.remove([...new Set([...after.remove, ...after.parts.map(partPath)])], before);
    await target.dropAside(after.aside, before);
    await stopBeating();
    await refuseOthers(target, own);
  } catch (error) {
    if (error instanceof PublisherError) return;
    throw error;
  }
  await target.remove([PENDING]);
}

/** So long a publisher relies on having looked. Far shorter than the time after which another one takes over. */
const LOOKS_EVERY_MS = 10_000;

/**
 * A process that is stopped, a machine that sleeps, or a line that hangs for minutes: another one has taken over meanwhile, and
 * what it made live must not be written over. @returns throws a PublisherError then
 */
function fence(target: Target, own: Pick<Pending, 'token'>): () => Promise<void> {
  let looked = Date.now();
  let looking: Promise<void> | undefined;
  return async () => {
    if (looking === undefined && Math.abs(Date.now() - looked) < LOOKS_EVERY_MS) return;
    looking ??= refuseOthers(target, own).then(() => {
      looked = Date.now();
      looking = undefined;
    });
    await looking;
  };
}

async function putFiles(
  target: Target,
  { put, after }: Plan,
  { bytesOf, onFile, before }: PublishOptions & { before: Before },
): Promise<void> {
  let done = 0;
  const onDone = (): void => {
    done += 1;
    onFile?.(done, put.length);
  };
  for (const phase of PHASES) {
    const files = put.filter(({ path }) => phaseOf(path) === phase);
    const inWay = inTheWay(
      files.map(({ path }) => path),
      after.remove,
    );
    if (inWay.length > 0) await target.remove(inWay, before);
    const outgoing = files.map((file): Outgoing => {
      const from = bytesOf(file.path);
      return from === undefined ? file : { ...file, from };
    });
    if (outgoing.length > 0) await target.put(outgoing, { onDone, before });
  }
}

/** Says that we publish; of two who say so at once one is told. Then the plan must still be of what is live. */
async function claim(target: Target, own: Pending, state: TargetState): Promise<void> {
  const file = textFile(PENDING, JSON.stringify(own));
  const dead = state.found?.pending;
  if (dead) {
    const now = await readPending(target);
    if (!now) throw new MovedOnError();
    if (now.pending.token !== dead.token) throw new PublisherError(now.pending);
    await target.put([file], { before: fence(target, dead) });
  } else if (!(await target.create(PENDING, file.from))) {
    // The answer to the first attempt may have been lost, and the second met what it had written.
    const other = (await readPending(target))?.pending;
    if (other?.token !== own.token) throw new PublisherError(other);
  }
  try {
    await refuseOtherRoot(target, state);
  } catch (error) {
    // What is in doubt since somebody was killed stays in doubt.
    if (error instanceof MovedOnError && !dead) {
      await refuseOthers(target, own);
      await target.remove([PENDING]);
    }
    throw error;
  }
}

/** Storages that cannot tell who was first let both in: before it matters each looks again. */
async function refuseOthers(target: Target, own: Pick<Pending, 'token'>): Promise<void> {
  const now = await readPending(target);
  if (now?.pending.token !== own.token) throw new PublisherError(now?.pending);
}

async function refuseOtherRoot(target: Target, { live }: TargetState): Promise<void> {
  const root = await target.read(ROOT);
  const sha256 = root && readRoot(root.bytes).sha256;
  if (sha256 !== live?.sha256) throw new MovedOnError();
}

/** @returns ends it */
function keepAlive(target: Target): () => Promise<void> {
  let hasBeaten = false;
  let beat = Promise.resolve();
  const timer = setInterval(() => {
    hasBeaten = true;
    // One that fails is no matter: a line that is broken for long ends the publication itself.
    beat = target.put([textFile(ALIVE, new Date().toISOString())]).catch(() => undefined);
  }, ALIVE_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await beat;
    if (!hasBeaten) return;
    hasBeaten = false;
    await target.remove([ALIVE]).catch(() => undefined);
  };
}

function textFile(path: string, text: string, sha256 = hash('sha256', text)) {
  return { path, sha256, from: Buffer.from(text) };
}
