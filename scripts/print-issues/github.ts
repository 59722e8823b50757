/** Findings as GitHub's workflow commands, which put them beside their lines: `check --format github`. */
import { ruleOf } from '../../src/build/rule-registry.ts';
import { byPlace, LEVELS, weightOf } from '../../src/model/issue.ts';
import type { Issue, Level } from '../../src/model/issue.ts';
import { maskPersonal } from '../../src/model/personal-data.ts';
import { printable, printableLines } from '../../src/model/printable.ts';
import { withShortQuotations } from '../../src/model/shortened.ts';

const COMMANDS: Readonly<Record<Level, string>> = {
  stop: 'error',
  warn: 'warning',
  info: 'notice',
};

/** One command a line, the heaviest first: GitHub shows ten of a kind for each step. */
export function issuesForGitHub(issues: readonly Issue[]): string {
  const weight = (issue: Issue): number => LEVELS.indexOf(weightOf(issue));
  return issues
    .toSorted((a, b) => weight(a) - weight(b) || byPlace(a, b))
    .map(command)
    .join('\n');
}

function command(issue: Issue): string {
  const { file, line, message, fix, rule } = issue;
  const properties = [
    `file=${property(printable(maskPersonal(file)))}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(printable(ruleOf(rule).title))}`,
  ];
  const words = `${printable(withShortQuotations(message))}\n→ ${printableLines(withShortQuotations(fix))}`;
  return `::${COMMANDS[weightOf(issue)]} ${properties.join(',')}::${data(words)}`;
}

/** As `escapeData` of GitHub's toolkit does: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As its `escapeProperty`. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
