/** Who is at the desk: a cookie for each browser that was let in, kept here as its digest alone. */
import { randomBytes } from 'node:crypto';
import { shortDigest } from '../../system/digest.ts';

export interface Session {
  /** Tells two browsers apart, and lets nobody in. */
  id: string;
  /** What the page sends with each request. */
  token: string;
  /** Who signed in; undefined on one's own machine. */
  who: SignedIn | undefined;
}

export interface SignedIn {
  name: string;
  /** The kept password: with another one, what was opened by this one ends. */
  password: string;
}

export interface Sessions {
  /** @returns what the cookie holds */
  open(who: SignedIn | undefined): { secret: string; session: Session };
  /**
   * The session of a cookie; undefined where there is none, or nobody did anything for long.
   * @param isUse whether somebody did something now
   */
  find(secret: string, isUse?: boolean): Session | undefined;
  close(session: Session): void;
}

/**
 * @param idle milliseconds after which a session ends in which nothing was asked for
 * @param clock milliseconds
 */
export function openSessions(idle: number, clock: () => number): Sessions {
  const known = new Map<string, { session: Session; usedAt: number }>();
  const key = (secret: string): string => shortDigest(secret, 43, 'base64url');
  return {
    open(who) {
      for (const [id, { usedAt }] of known) if (usedAt < clock() - idle) known.delete(id);
      const secret = randomBytes(32).toString('base64url');
      const token = randomBytes(32).toString('base64url');
      const session: Session = { id: key(secret), token, who };
      known.set(session.id, { session, usedAt: clock() });
      return { secret, session };
    },
    find(secret, isUse = true) {
      const id = key(secret);
      const found = known.get(id);
      if (!found) return undefined;
      if (found.usedAt < clock() - idle) {
        known.delete(id);
        return undefined;
      }
      if (isUse) found.usedAt = clock();
      return found.session;
    },
    close: ({ id }) => void known.delete(id),
  };
}
