/** `**a**b**c**`: two stretches of bold type with a word between them, rather than a name that is hidden twice. */
import type { Token } from 'micromark-util-types';

interface LetteredRun {
  token: Token;
  before: string;
  after: string;
}

/** The runs that end one stretch of bold type and begin the next; those that `isMask` hide something anywhere else. */
export function betweenBoldLetters<Run extends LetteredRun>(
  runs: readonly Run[],
  isMask: (run: Run) => boolean,
): ReadonlySet<Run> {
  const found = new Set<Run>();
  let first = -1;
  for (const [index, run] of runs.entries()) {
    if (isMask(run)) {
      if (!/^[A-Za-z]{2}$/.test(run.before + run.after)) first = -1;
      continue;
    }
    const between = first === -1 ? [] : runs.slice(first + 1, index);
    const isOneLine = runs[first]?.token.start.line === run.token.start.line;
    const isEven = between.length > 0 && between.length % 2 === 0;
    if (isOneLine && isEven) for (const each of between) found.add(each);
    first = isEven ? -1 : index;
  }
  return found;
}
