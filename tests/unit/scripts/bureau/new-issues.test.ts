import { expect, it } from 'vitest';
import { newIssues } from '../../../../scripts/bureau/new-issues.ts';
import type { Issue } from '../../../../src/model/issue.ts';

const issue = (rule: string, line: number | undefined, message = '原来的话'): Issue => ({
  rule,
  level: 'warn',
  file: 'content/a.md',
  ...(line === undefined ? {} : { line }),
  message,
  fix: '请改。',
});

it.each([
  ['another rule', [issue('a/b', 1)], [issue('a/b', 1), issue('a/c', 1)], ['a/c 1']],
  ['another line', [issue('a/b', 1)], [issue('a/b', 1), issue('a/b', 2)], ['a/b 2']],
  ['other words', [issue('a/b', 1)], [issue('a/b', 1, '新的话')], []],
  ['a file as a whole', [issue('a/b', 1)], [issue('a/b', undefined)], ['a/b undefined']],
  ['none any more', [issue('a/b', 1)], [], []],
])('%s', (_, old, now, found) => {
  expect(newIssues(old, now).map(({ rule, line }) => `${rule} ${line}`)).toEqual(found);
});

it('of two in a line, the one whose words are new is new', () => {
  const [known, other] = [issue('a/b', 1), issue('a/b', 1, '又一处')];
  expect(newIssues([known], [other, known])).toEqual([other]);
});
