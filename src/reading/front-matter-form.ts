/** Front matter that is YAML and is not written a field a line: nobody who reads it line by line sees what it says. */
import { ruled } from '../model/rule.ts';
import type { Issue } from '../model/issue.ts';
import type { Rule } from '../model/rule.ts';

export const formRule: Rule = {
  id: 'front-matter/form',
  level: 'stop',
  scope: 'file',
  title: '不是一行一个字段的稿件信息',
  basis: '稿件信息要让人一行一行地看得清楚，审稿的同志看的就是它。',
};

/** What the first line that says something begins with where all fields stand in braces. */
const IN_BRACES = /^(?:[ \t]*(?:#.*)?\n)*[ \t]*\{/;
/** A field's name and its value on two lines. */
const NAME_APART = /^\?(?:[ \t]|$)/m;

/**
 * @param yaml what stands between the two lines of minus signs
 * @param firstLine 1-based line of the file on which it begins
 */
export function formIssue(yaml: string, file: string, firstLine: number): Issue | undefined {
  const found = IN_BRACES.exec(yaml) ?? NAME_APART.exec(yaml);
  if (!found) return undefined;
  const isInBraces = found[0].endsWith('{');
  const before = isInBraces ? found[0] : yaml.slice(0, found.index);
  return ruled(formRule, {
    file,
    line: firstLine + before.split('\n').length - 1,
    message: isInBraces ? '全部稿件信息写在一对花括号里。' : '字段的名称用「?」单独写了一行。',
    fix: isInBraces
      ? '一个字段写一行，例如「title: 标题」：去掉最外面的「{」「}」和字段之间的逗号。'
      : '字段和内容写在同一行，例如「title: 标题」，不用「?」。',
  });
}
