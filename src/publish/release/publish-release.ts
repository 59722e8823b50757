/**
 * Makes a release live. Readers meet the old site or the new one at every moment: what others name comes first, the root last,
 * and what nobody names any more goes after it. Killed anywhere, the next publication finishes or takes back what was begun.
 */
import { hash } from 'node:crypto';
import type { Outgoing, Target } from '../targets/target.ts';
import type { TargetState } from './live-site.ts';
import { phaseOf, PHASES } from './order.ts';
import { ALIVE, ALIVE_EVERY_MS, newPending, PENDING, readPending } from './pending.ts';
import type { Pending } from './pending.ts';
import { doubtfulPaths } from './plan.ts';
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
  onFile?: (done: number, total: number) => void;
}

/** @throws PublisherError while another publication is at work */
export function refuseOther({ found }: TargetState): void {
  if (found && !found.isDead) throw new PublisherError(found.pending);
}

/**
 * Carries a plan out.
 * @param state as it was read when the plan was made
 * @throws PublisherError when another publication began meanwhile: nothing was committed
 * @throws TargetError
 */
export async function carryOut(
  target: Target,
  plan: Plan,
  state: TargetState,
  { bytesOf, onLive, onFile }: PublishOptions,
): Promise<void> {
  const { found } = state;
  const doubtful = [...doubtfulPaths(state)];
  const own = newPending(target, { next: plan.root.sha256, paths: doubtful, after: plan.after });
  await claim(target, own, found?.pending);
  const stopBeating = keepAlive(target);
  try {
    await target.putAside(plan.putAside);
    const paths = [...new Set([...plan.put.map(({ path }) => path), ...plan.after.remove])];
    await refuseOthers(target, own);
    await target.put([textFile(PENDING, JSON.stringify({ ...own, paths }))]);
    await putFiles(target, plan, bytesOf, onFile);
    const parts = [...plan.texts].map(([sha256, text]) => textFile(partPath(sha256), text, sha256));
    await target.put(parts);
    await refuseOthers(target, own);
    await refuseOtherRoot(target, state);
    await target.put([textFile(ROOT, plan.root.text, plan.root.sha256)]);
  } finally {
    await stopBeating();
  }
  try {
    await onLive?.();
  } finally {
    const { remove, aside, parts } = plan.after;
    await target.remove([...new Set([...remove, ...parts.map(partPath)])]);
    await target.dropAside(aside);
    await target.remove([PENDING]);
  }
}

async function putFiles(
  target: Target,
  { put }: Plan,
  bytesOf: PublishOptions['bytesOf'],
  onFile: PublishOptions['onFile'],
): Promise<void> {
  let done = 0;
  const onDone = (): void => {
    done += 1;
    onFile?.(done, put.length);
  };
  for (const phase of PHASES) {
    const files = put.filter(({ path }) => phaseOf(path) === phase);
    const outgoing = files.map((file): Outgoing => {
      const from = bytesOf(file.path);
      return from === undefined ? file : { ...file, from };
    });
    if (outgoing.length > 0) await target.put(outgoing, onDone);
  }
}

/** Says that we publish; of two who say so at once one is told. */
async function claim(target: Target, own: Pending, dead: Pending | undefined): Promise<void> {
  const file = textFile(PENDING, JSON.stringify(own));
  if (!dead) {
    const isOurs = await target.create(PENDING, file.from);
    if (isOurs) return;
    // The answer to the first attempt may have been lost, and the second met what it had written.
    const other = (await readPending(target))?.pending;
    if (other?.token !== own.token) throw new PublisherError(other);
    return;
  }
  const now = await readPending(target);
  if (now && now.pending.token !== dead.token) throw new PublisherError(now.pending);
  await target.put([file]);
}

/** Storages that cannot tell who was first let both in: before it matters each looks again. */
async function refuseOthers(target: Target, own: Pending): Promise<void> {
  const now = await readPending(target);
  if (now?.pending.token !== own.token) throw new PublisherError(now?.pending);
}

async function refuseOtherRoot(target: Target, { live }: TargetState): Promise<void> {
  const root = await target.read(ROOT);
  const sha256 = root && readRoot(root.bytes).sha256;
  if (sha256 !== live?.sha256) throw new PublisherError();
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
    if (hasBeaten) await target.remove([ALIVE]).catch(() => undefined);
  };
}

function textFile(path: string, text: string, sha256 = hash('sha256', text)) {
  return { path, sha256, from: Buffer.from(text) };
}
