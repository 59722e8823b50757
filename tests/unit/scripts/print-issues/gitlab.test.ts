import { expect, it } from 'vitest';
import { issuesForGitLab } from '../../../../scripts/print-issues/gitlab.ts';
import type { Issue } from '../../../../src/model/issue.ts';
import { anIssue, HOSTILE } from '../../../support/an-issue.ts';

interface Entry {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}

const report = (issues: readonly Issue[]) => JSON.parse(issuesForGitLab(issues)) as Entry[];

it('is a Code Quality report', () => {
  expect(report([anIssue()])).toEqual([
    {
      description: '标题（title）是空的。 → 请填写内容。',
      check_name: 'field/value',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      severity: 'blocker',
      location: { path: 'content/site.yaml', lines: { begin: 4 } },
    },
  ]);
});

it('has a severity for each level, and a line for what is of the whole file', () => {
  const issues = [
    anIssue({ line: undefined, level: 'warn' }),
    anIssue({ level: 'info' }),
    anIssue({ line: 5, draft: true }),
  ];
  expect(report(issues).map(({ severity, location }) => [severity, location.lines.begin])).toEqual([
    ['minor', 1],
    ['info', 4],
    ['info', 5],
  ]);
});

it('knows a problem again that only moved, and two that are alike apart', () => {
  const prints = (issues: readonly Issue[]) => report(issues).map(({ fingerprint }) => fingerprint);
  const [first, second] = prints([anIssue({ line: 4 }), anIssue({ line: 8 })]);
  expect(first).not.toBe(second);
  expect(prints([anIssue({ line: 5 }), anIssue({ line: 9 })])).toEqual([first, second]);
  expect(prints([anIssue({ rule: 'link/dead' })])).not.toContain(first);
});

it('holds nothing that is obeyed on the way, and is an empty array where nothing is wrong', () => {
  const printed = issuesForGitLab([anIssue({ file: HOSTILE, message: HOSTILE, fix: HOSTILE })]);
  expect((JSON.parse(printed) as Entry[])[0]?.location.path).toBe(HOSTILE);
  // oxlint-disable-next-line no-control-regex
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
  for (const line of printed.split('\n')) expect(line).not.toMatch(/^\s*::|##\w*\[/);
  expect(issuesForGitLab([])).toBe('[]');
});
