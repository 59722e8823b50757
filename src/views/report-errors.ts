/** What went wrong, for whoever runs the server: a line, and no flood of them while a store is away. */
import { failureWords } from './failure-words.ts';

const QUIET_MS = 60_000;

/**
 * Gives a function that writes each kind of failure (by its message) at most once a minute, with the
 * number of those left out before it. Nothing of a reader is in it.
 */
export function reportErrors(
  write: (line: string) => void = console.error,
  now: () => number = () => performance.now(),
): (cause: unknown) => void {
  const kinds = new Map<string, { next: number; leftOut: number }>();
  return (cause) => {
    const text = describe(cause);
    const kind = kinds.get(text) ?? { next: -Infinity, leftOut: 0 };
    // Messages may hold anything: what is quiet for a minute is forgotten.
    for (const [key, { next }] of kinds) if (now() >= next) kinds.delete(key);
    kinds.set(text, kind);
    if (now() < kind.next) {
      kind.leftOut++;
      return;
    }
    const more = kind.leftOut > 0 ? ` (and ${kind.leftOut} more like it)` : '';
    const words = failureWords(text);
    write(`${new Date().toISOString()} ${words === undefined ? '' : `${words} `}${text}${more}`);
    kind.next = now() + QUIET_MS;
    kind.leftOut = 0;
  };
}

/** The message and those of its causes, in one line. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const text = `${cause.name}: ${cause.message}`.replaceAll(/\s+/g, ' ');
  return cause.cause === undefined ? text : `${text} ← ${describe(cause.cause)}`;
}
