import { expect, it } from 'vitest';
import { issuesAsJson } from '../../../../scripts/print-issues/json.ts';
import { anIssue, HOSTILE } from '../../../support/an-issue.ts';

it('is an array of rule, level, place, words and basis, by file and line', () => {
  const issues = [
    anIssue({ rule: 'link/dead', file: 'content/b.md', line: 9 }),
    anIssue({ file: 'content/b.md', line: undefined, level: 'warn' }),
  ];
  expect(JSON.parse(issuesAsJson(issues))).toEqual([
    {
      rule: 'field/value',
      level: 'warn',
      file: 'content/b.md',
      line: null,
      message: '标题（title）是空的。',
      fix: '请填写内容。',
      basis: '内容不合规则的字段会显示错误，或者不起作用。',
    },
    {
      rule: 'link/dead',
      level: 'stop',
      file: 'content/b.md',
      line: 9,
      message: '标题（title）是空的。',
      fix: '请填写内容。',
      basis: '国办秘函〔2019〕19号：链接打不开，检查时扣分。',
    },
  ]);
});

it('says of a draft’s problem that it stops nothing', () => {
  expect(JSON.parse(issuesAsJson([anIssue({ draft: true })]))).toMatchObject([{ level: 'info' }]);
});

it('is an empty array where nothing is wrong', () => {
  expect(issuesAsJson([])).toBe('[]');
});

it('holds every character, and nothing that is obeyed on the way', () => {
  const printed = issuesAsJson([anIssue({ file: HOSTILE, message: HOSTILE, fix: HOSTILE })]);
  expect(JSON.parse(printed)).toMatchObject([{ file: HOSTILE, message: HOSTILE, fix: HOSTILE }]);
  // oxlint-disable-next-line no-control-regex
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
  for (const line of printed.split('\n')) expect(line).not.toMatch(/^\s*::|##\w*\[/);
});
