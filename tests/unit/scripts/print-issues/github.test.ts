import { expect, it } from 'vitest';
import { issuesForGitHub } from '../../../../scripts/print-issues/github.ts';
import { anIssue, HOSTILE } from '../../../support/an-issue.ts';

it('is one command a line, what stops first', () => {
  const issues = [
    anIssue({ file: 'content/a.md', level: 'warn', line: undefined }),
    anIssue({ file: 'content/b.md', level: 'info' }),
    anIssue({ file: 'content/c.md', draft: true }),
    anIssue({ file: 'content/d.md', fix: '写成：\n甲' }),
  ];
  expect(issuesForGitHub(issues).split('\n')).toEqual([
    '::error file=content/d.md,line=4,title=字段的内容::标题（title）是空的。%0A→ 写成：%0A甲',
    '::warning file=content/a.md,title=字段的内容::标题（title）是空的。%0A→ 请填写内容。',
    '::notice file=content/b.md,line=4,title=字段的内容::标题（title）是空的。%0A→ 请填写内容。',
    '::notice file=content/c.md,line=4,title=字段的内容::标题（title）是空的。%0A→ 请填写内容。',
  ]);
});

it('escapes as GitHub’s toolkit does: more signs in a property than in the words', () => {
  const issue = anIssue({ file: 'content/50%, 甲:乙.md', message: '50%, 甲:乙。' });
  expect(issuesForGitHub([issue])).toBe(
    '::error file=content/50%25%2C 甲%3A乙.md,line=4,title=字段的内容::50%25, 甲:乙。%0A→ 请填写内容。',
  );
});

it('gives no second command, whatever files hold', () => {
  const printed = issuesForGitHub([anIssue({ file: HOSTILE, message: HOSTILE, fix: HOSTILE })]);
  expect(printed.split('\n')).toHaveLength(1);
  expect(printed).toMatch(/^::error file=[^:,]*,line=4,title=字段的内容::/);
  // oxlint-disable-next-line no-control-regex
  expect(printed).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]|##\w*\[/);
});

it('is no text where nothing is wrong', () => {
  expect(issuesForGitHub([])).toBe('');
});
