import { expect, it } from 'vitest';
import { found } from '../../../src/model/rule.ts';
import type { Rule } from '../../../src/model/rule.ts';

const RULE: Rule = { id: 'a/b', level: 'warn', scope: 'text', title: '甲', basis: '乙。' };

it('findings get the rule that gives them, and its level where they have none', () => {
  expect(found(RULE, [{ message: '丙' }, { message: '丁', level: 'stop', line: 3 }])).toEqual([
    { rule: 'a/b', level: 'warn', message: '丙' },
    { rule: 'a/b', level: 'stop', message: '丁', line: 3 },
  ]);
});

it('what it says repeats no number of a person', () => {
  const [issue] = found(RULE, [{ message: '「- 13912345678」', fix: '写成「• 13912345678」。' }]);
  expect(issue).toMatchObject({ message: '「- 139****5678」', fix: '写成「• 139****5678」。' });
});
