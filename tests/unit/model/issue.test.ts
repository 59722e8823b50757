import { expect, it } from 'vitest';
import { formatIssues, isAtLeast, stopping } from '../../../src/model/issue.ts';
import type { Issue } from '../../../src/model/issue.ts';

const STOPS = { rule: 'field/value', level: 'stop' } as const;

function anIssue(file: string, line?: number): Issue {
  return { ...STOPS, file, line, message: '标题（title）是空的。', fix: '请填写内容。' };
}

it('an issue is its place, what is wrong, and what to do', () => {
  expect(formatIssues([anIssue('content/site.yaml', 4)])).toBe(
    'content/site.yaml:4\n  标题（title）是空的。\n  → 请填写内容。',
  );
});

it('a problem of the file as a whole has no line', () => {
  expect(formatIssues([anIssue('content/site.yaml')])).toBe(
    'content/site.yaml\n  标题（title）是空的。\n  → 请填写内容。',
  );
});

it('issues are sorted by file, then by line as a number, the whole file first', () => {
  const issues = [
    anIssue('content/b.md', 10),
    anIssue('content/b.md', 9),
    anIssue('content/b.md'),
    anIssue('content/a.md', 30),
  ];
  const places = formatIssues(issues)
    .split('\n\n')
    .map((text) => text.split('\n')[0]);
  expect(places).toEqual(['content/a.md:30', 'content/b.md', 'content/b.md:9', 'content/b.md:10']);
});

it('no issues are no text', () => {
  expect(formatIssues([])).toBe('');
});

it('cuts what it quotes, wherever the words come from', () => {
  const long = '字'.repeat(20_000);
  const issue = {
    ...STOPS,
    file: 'a.md',
    line: 2,
    message: `读不懂：「${long}」。`,
    fix: `写成 title: '${long}'`,
  };
  const [, message = '', fix = ''] = formatIssues([issue]).split('\n');
  expect(message).toBe(`  读不懂：「${'字'.repeat(59)}…」。`);
  expect(fix).toBe(`  → 写成 title: '${'字'.repeat(988)}…`);
});

it('quotes the name of a file whole', () => {
  const name = `20260301-${'a'.repeat(80)}`;
  const fix = `改名为「${name}」。${'按一次回车。'.repeat(10)}`;
  expect(formatIssues([{ ...STOPS, file: 'a.md', message: '不合规则。', fix }])).toBe(
    `a.md\n  不合规则。\n  → ${fix}`,
  );
});

it('cuts no character of two units in half', () => {
  const issue = { ...STOPS, file: 'a.md', message: `「${'𠮷'.repeat(200)}」`, fix: '改正。' };
  expect(formatIssues([issue]).split('\n')[1]).toBe(`  「${'𠮷'.repeat(59)}…」`);
});

it('says beside its words what it weighs, if it does not stop', () => {
  const marked = (['stop', 'warn', 'info'] as const).map(
    (level) => formatIssues([{ ...anIssue('a.md'), level }]).split('\n')[1],
  );
  expect(marked).toEqual([
    '  标题（title）是空的。',
    '  （提醒）标题（title）是空的。',
    '  （参考）标题（title）是空的。',
  ]);
});

it('stops by its level alone, and never in a draft', () => {
  const issues: Issue[] = (['stop', 'warn', 'info'] as const).map((level) => ({
    ...anIssue('a.md'),
    level,
  }));
  const drafts = issues.map((issue) => ({ ...issue, draft: true as const }));
  expect(stopping([...issues, ...drafts])).toEqual([issues[0]]);
  expect(issues.map((issue) => isAtLeast(issue, 'warn'))).toEqual([true, true, false]);
  expect(drafts.map((issue) => isAtLeast(issue, 'warn'))).toEqual([false, false, false]);
});
