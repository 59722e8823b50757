/** Findings for programs: `check --format json`. */
import { ruleOf } from '../../src/build/rule-registry.ts';
import { byPlace, weightOf } from '../../src/model/issue.ts';
import type { Issue } from '../../src/model/issue.ts';
import { maskPersonal } from '../../src/model/personal-data.ts';
import { printableJson } from '../../src/model/printable.ts';
import { withShortQuotations } from '../../src/model/shortened.ts';

/** An array of `{rule, level, file, line, message, fix, basis}` by file and line; a whole file has the line null. */
export function issuesAsJson(issues: readonly Issue[]): string {
  return printableJson(
    issues.toSorted(byPlace).map((issue) => ({
      rule: issue.rule,
      level: weightOf(issue),
      file: maskPersonal(issue.file),
      line: issue.line ?? null,
      message: withShortQuotations(issue.message),
      fix: withShortQuotations(issue.fix),
      basis: ruleOf(issue.rule).basis,
    })),
  );
}
