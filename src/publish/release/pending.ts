/**
 * What is said before anything of a publication is written: which files may be of the old release or of the new one. Whoever
 * publishes next, after a publication that was killed, believes nothing of these.
 */
import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { ManifestError } from '../manifest/manifest-tree.ts';
import { hasEnded, processName } from '../../system/process-name.ts';
import { PRIVATE } from '../targets/target.ts';
import type { Target } from '../targets/target.ts';
import { isSitePath } from '../manifest/site-path.ts';
import { parsed, SHA256 } from './root.ts';

export const PENDING = `${PRIVATE}pending.json`;
/** Written anew now and then while a publication is at work. */
export const ALIVE = `${PRIVATE}alive.txt`;
export const ALIVE_EVERY_MS = 15_000;
/** A publication that was silent for so long is dead. */
const DEAD_AFTER_MS = 90_000;

const PATH = z.string().refine(isSitePath);

const pendingSchema = z.object({
  /** Of this publication alone. */
  token: z.string(),
  /** The process: on the same machine one knows at once that it has ended. */
  process: z.string(),
  /** Who publishes, on which machine, since when (ISO): for a message. */
  who: z.string(),
  since: z.iso.datetime(),
  /** SHA-256 of the root that it makes. */
  next: SHA256,
  /** Paths that it writes or removes. */
  paths: z.array(PATH),
  /** What is to be done once the root is there. */
  after: z.object({
    remove: z.array(PATH),
    aside: z.array(SHA256),
    parts: z.array(SHA256),
  }),
});

export type Pending = z.infer<typeof pendingSchema>;

/** @param target what readers can read there names nobody, unless PUBLISH_AS says what to call us */
export function newPending(
  target: Target,
  about: Pick<Pending, 'next' | 'paths' | 'after'>,
): Pending {
  const named = process.env['PUBLISH_AS'];
  const who = named ?? (target.hasPrivate ? `${userName()}@${hostname()}` : '');
  return {
    token: randomUUID(),
    process: processName(),
    who,
    since: new Date().toISOString(),
    ...about,
  };
}

/** A pending publication as it is found. */
export interface FoundPending {
  pending: Pending;
  isDead: boolean;
}

/** @throws ManifestError for what is none */
export async function readPending(target: Target): Promise<FoundPending | undefined> {
  const found = await target.read(PENDING);
  if (!found) return undefined;
  const read = pendingSchema.safeParse(parsed(Buffer.from(found.bytes).toString()));
  if (!read.success) throw new ManifestError(`${PENDING} is damaged`);
  if (hasEnded(read.data.process)) return { pending: read.data, isDead: true };
  const { age } = found;
  const isQuiet = age > DEAD_AFTER_MS;
  const alive = isQuiet ? await target.read(ALIVE) : undefined;
  const isAlive = alive?.age !== undefined && alive.age <= DEAD_AFTER_MS;
  return { pending: read.data, isDead: isQuiet && !isAlive };
}

/** A user that the system does not know has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '?';
  }
}
