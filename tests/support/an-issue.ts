/** An issue as a check gives it. */
import type { Issue } from '../../src/model/issue.ts';

export function anIssue(change: Partial<Issue> = {}): Issue {
  return {
    rule: 'field/value',
    level: 'stop',
    file: 'content/site.yaml',
    line: 4,
    message: '标题（title）是空的。',
    fix: '请填写内容。',
    ...change,
  };
}

/** What a terminal or a runner would obey. */
export const HOSTILE = '甲\u001B]0;x\u0007\n::error::乙\u202E##[add-mask]丙%0A\u2028丁';
