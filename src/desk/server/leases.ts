/** One writer a draft: who has saved last holds it for a while, and others are told so before they write. */
import type { Session } from './sessions.ts';

/** Milliseconds after the last saving. */
const HELD_MS = 3 * 60_000;

export interface Leases {
  /** The other who holds it; undefined where nobody else does. */
  holder(id: string, session: Session): string | undefined;
  /** Holds it for this session from now on, whoever did before. */
  hold(id: string, session: Session): void;
  /** Its writer is done with it. */
  release(id: string, session: Session): void;
}

/** @param clock milliseconds */
export function openLeases(clock: () => number): Leases {
  const held = new Map<string, { session: Session; at: number }>();
  return {
    holder(id, session) {
      const lease = held.get(id);
      if (!lease || lease.session.id === session.id) return undefined;
      if (lease.at < clock() - HELD_MS) return undefined;
      // Whoever signs in again, or at another machine, is nobody else; nor is a second window on one's own machine.
      const name = lease.session.who?.name;
      return name === session.who?.name ? undefined : name;
    },
    hold: (id, session) => void held.set(id, { session, at: clock() }),
    release(id, session) {
      if (held.get(id)?.session.id === session.id) held.delete(id);
    },
  };
}
