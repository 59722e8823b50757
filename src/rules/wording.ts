/** Words on the bureau's list of wrong ones (易错词), in titles and bodies. */
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { isWithinRight } from '../model/within-right.ts';
import type { WordingRule } from '../model/word-lists.ts';

export const wordingRule: Rule = {
  id: 'text/wrong-word',
  level: 'stop',
  scope: 'text',
  title: '易错词',
  basis: '国办秘函〔2019〕19号：严重表述错误单项否决；单位自己的易错词见 content/wording.yaml。',
};

/**
 * @param text the file's text from `firstLine` on
 * @param file the path as staff see it
 */
export function checkWording(
  text: string,
  file: string,
  firstLine: number,
  rules: readonly WordingRule[],
): Issue[] {
  const used = rules.filter(({ wrong }) => text.includes(wrong));
  if (used.length === 0) return [];
  return text.split('\n').flatMap((line, index) =>
    used
      .filter((rule) => hasWrong(line, rule))
      .map(({ wrong, right }) =>
        ruled(wordingRule, {
          file,
          line: firstLine + index,
          message: `「${wrong}」是错误的写法。`,
          fix: `改成「${right}」。`,
        }),
      ),
  );
}

/** Where the right word is written already, the wrong one within it is none. */
function hasWrong(line: string, rule: WordingRule): boolean {
  const { wrong } = rule;
  for (let at = line.indexOf(wrong); at !== -1; at = line.indexOf(wrong, at + 1)) {
    if (!isWithinRight(line, at, rule)) return true;
  }
  return false;
}
