/** What one engine's rules find and another's do not. */
import type { Issue } from '../../src/model/issue.ts';

/**
 * The issues of `now` beyond those of `old`. The same problem said in other words is no new one: where a rule finds as many in a
 * line as before, there is nothing new.
 */
export function newIssues(old: readonly Issue[], now: readonly Issue[]): Issue[] {
  const otherWords = beyond(old, now, wordsOf);
  return beyond(otherWords.rest, otherWords.more, placeOf).more;
}

/** What is left of both once each issue of `now` has taken one of `old` that has its key. */
function beyond(
  old: readonly Issue[],
  now: readonly Issue[],
  keyOf: (issue: Issue) => string,
): { rest: Issue[]; more: Issue[] } {
  const left = Map.groupBy(old, keyOf);
  const more = now.filter((issue) => left.get(keyOf(issue))?.pop() === undefined);
  return { rest: [...left.values()].flat(), more };
}

function placeOf({ rule, file, line }: Issue): string {
  return JSON.stringify([rule, file, line]);
}

function wordsOf(issue: Issue): string {
  return placeOf(issue) + issue.message;
}
