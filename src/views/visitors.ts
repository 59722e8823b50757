/**
 * Who has been counted lately, so that one reader counts once an article in half an hour.
 *
 * Nothing of a reader is kept: only the first 53 bits of a keyed hash (HMAC-SHA-256) of network,
 * browser and article. Hashes live in two generations; each has its own random key, which is never
 * written anywhere and is forgotten with its generation.
 */
import { clientNetwork } from './client-network.ts';
import type { KeyedHash } from './keyed-hash.ts';
import { createVisitTable, type VisitTable } from './visit-table.ts';

/** How long a second view of an article by the same reader is not counted. */
export const VISIT_WINDOW_MS = 30 * 60 * 1000;

/** Two generations are 67 MB, and a million readers in the window are not forgotten early. */
const GENERATION_LIMIT = 2 ** 20;

export interface VisitorsOptions {
  /** A clock in milliseconds that never goes back. */
  now: () => number;
  /** Makes a hash with a new key. */
  newHash: () => KeyedHash;
  /** Visits a generation holds before it is retired early: this bounds the memory, 32 bytes a visit. */
  generationLimit?: number | undefined;
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
  hash: KeyedHash;
  born: number;
  /** Hash of a visit → when it was. */
  visits: VisitTable;
}

/** An empty memory of visitors. */
export function createVisitors({
  now,
  newHash,
  generationLimit = GENERATION_LIMIT,
}: VisitorsOptions): Visitors {
  const newGeneration = (born: number): Generation => ({
    hash: newHash(),
    born,
    visits: createVisitTable(generationLimit),
  });
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
    const text = `${clientNetwork(address)}\n${agent}\n${id}`;
    for (;;) {
      const [young, old] = [current, previous];
      const [mark, oldMark] = await Promise.all([young.hash(text), old?.hash(text)]);
      retireOld();
      // A generation begun while we were hashing may already hold this visit: look again.
      if (young !== current) continue;

      const time = now();
      const last = Math.max(young.visits.get(mark), old?.visits.get(oldMark ?? 0) ?? -Infinity);
      if (time - last < VISIT_WINDOW_MS) return undefined;
      young.visits.set(mark, time);
      // A visit as long ago as can be counts again.
      return { undo: () => young.visits.set(mark, -Infinity) };
    }
  }

  return { admit };
}
