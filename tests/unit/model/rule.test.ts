/** What is said of a finding repeats no number of a person, and asks nobody for a name with asterisks. */
import { expect, it } from 'vitest';
import { ruled } from '../../../src/model/rule.ts';
import type { Rule } from '../../../src/model/rule.ts';

const RULE: Rule = { id: 'a/b', level: 'warn', scope: 'file', title: '甲', basis: '乙。' };

it('hides a number that a remedy would repeat, and says that it is hidden', () => {
  const fix = '写 ![图说](13912345678.jpg)。';
  expect(ruled(RULE, { message: '「13912345678.jpg」没有写到。', fix })).toMatchObject({
    message: '「139****5678.jpg」没有写到。',
    fix: '写 ![图说](139****5678.jpg)。（号码在这里遮挡了；名称里有号码的，先换一个不带号码的名称。）',
  });
});

it('leaves other remedies as they are', () => {
  const fix = '写成「139****5678」。';
  expect(ruled(RULE, { message: '甲', fix })).toMatchObject({ fix });
});
