/** Names of columns and sources that a reader may have meant. */
import { distance } from 'fastest-levenshtein';

/** A name of four characters may have one wrong, a longer one two; in a shorter one anything could be meant. */
const wrongAllowed = (name: string) => (name.length < 3 ? 0 : name.length <= 4 ? 1 : 2);

/** The name most like what was written; undefined when none is much like it, or when it is one of them. */
export function nearName(written: string, names: readonly string[]): string | undefined {
  let best: { name: string; wrong: number } | undefined;
  for (const name of names) {
    const wrong = distance(written, name);
    if (wrong === 0) return undefined;
    if (wrong <= wrongAllowed(name) && wrong < (best?.wrong ?? Infinity)) best = { name, wrong };
  }
  return best?.name;
}
