/** Findings as a Code Quality report of GitLab's, which shows them in merge requests: `check --format gitlab`. */
import { hash } from 'node:crypto';
import { byPlace, weightOf } from '../../src/model/issue.ts';
import type { Issue, Level } from '../../src/model/issue.ts';
import { maskPersonal } from '../../src/model/personal-data.ts';
import { printable, printableJson, printableLines } from '../../src/model/printable.ts';
import { withShortQuotations } from '../../src/model/shortened.ts';

const SEVERITIES: Readonly<Record<Level, string>> = {
  stop: 'blocker',
  warn: 'minor',
  info: 'info',
};

/** By file and line; what is of a whole file stands on its first line, since GitLab asks for one. */
export function issuesForGitLab(issues: readonly Issue[]): string {
  const seen = new Map<string, number>();
  const report = issues.toSorted(byPlace).map((issue) => {
    const { rule, file, line = 1, message, fix } = issue;
    const same = JSON.stringify([rule, file, message]);
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return {
      description: `${printable(withShortQuotations(message))} → ${printableLines(withShortQuotations(fix))}`,
      check_name: rule,
      // Without the line: what only moved down is the same problem.
      fingerprint: hash('sha256', `${same} ${count}`, 'hex'),
      severity: SEVERITIES[weightOf(issue)],
      location: { path: maskPersonal(file), lines: { begin: line } },
    };
  });
  return printableJson(report);
}
