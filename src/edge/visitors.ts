/**
 * Who has been counted lately, so that one reader counts once an article in half an hour.
 *
 * Nothing of a reader is kept: only the first 53 bits of a keyed hash (HMAC-SHA-256) of network,
 * browser and article. Hashes live in two generations; each has its own random key, which is never
 * written anywhere and is forgotten with its generation.
 */
import { clientNetwork } from './client-network.ts';

/** How long a second view of an article by the same reader is not counted. */
export const VISIT_WINDOW_MS = 30 * 60 * 1000;

/** Hashes a generation holds before it is retired early: this bounds the memory, see README.md. */
const GENERATION_LIMIT = 1_000_000;

export interface VisitorsOptions {
  /** A clock in milliseconds that never goes back. */
  now: () => number;
  generationLimit?: number;
}

export interface Visitors {
  /** A visit that counts, or `undefined` when this reader's view was counted within the window. */
  admit(reader: Reader, id: string): Promise<Visit | undefined>;
}

export interface Reader {
  /** The address as the connection or the trusted proxy gives it. */
  address: string;
  /** The User-Agent header. */
  agent: string;
}

export interface Visit {
  /** Forgets this visit, because its view could not be written: the reader may try again. */
  undo(): void;
}

interface Generation {
  key: Promise<CryptoKey>;
  born: number;
  /** Hash of a visit → when it was. */
  visits: Map<number, number>;
}

/** An empty memory of visitors. */
export function createVisitors({
  now,
  generationLimit = GENERATION_LIMIT,
}: VisitorsOptions): Visitors {
  let current = newGeneration(now());
  let previous: Generation | undefined;

  function retireOld(): void {
    const time = now();
    if (time - current.born < VISIT_WINDOW_MS && current.visits.size < generationLimit) return;
    // Whatever a generation twice as old holds is out of the window by now.
    previous = time - current.born < 2 * VISIT_WINDOW_MS ? current : undefined;
    current = newGeneration(time);
  }

  async function admit({ address, agent }: Reader, id: string): Promise<Visit | undefined> {
    const text = new TextEncoder().encode(`${clientNetwork(address)}\n${agent}\n${id}`);
    for (;;) {
      retireOld();
      const [young, old] = [current, previous];
      const [mark, oldMark] = await Promise.all([hash(young, text), old && hash(old, text)]);
      // A generation begun while we were hashing may already hold this visit: look again.
      if (young !== current) continue;

      // Whole milliseconds are stored without a box of their own: 16 bytes less a visit.
      const time = Math.ceil(now());
      const last = young.visits.get(mark) ?? old?.visits.get(oldMark ?? Number.NaN);
      if (last !== undefined && time - last < VISIT_WINDOW_MS) return undefined;
      young.visits.set(mark, time);
      return { undo: () => void young.visits.delete(mark) };
    }
  }

  return { admit };
}

function newGeneration(born: number): Generation {
  const key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return { key, born, visits: new Map() };
}

/** 53 bits fit a number: among a million visits a stranger is taken for one of them once in 10⁹. */
async function hash({ key }: Generation, text: Uint8Array<ArrayBuffer>): Promise<number> {
  const [high = 0, low = 0] = new Uint32Array(await crypto.subtle.sign('HMAC', await key, text));
  return high * 2 ** 21 + (low >>> 11);
}
