/** Words on the bureau's list of wrong ones (易错词), in titles and bodies. */
import type { Issue } from '../model/issue.ts';
import { isWithinRight } from '../model/within-right.ts';
import type { WordingRule } from '../model/word-lists.ts';

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
      .map(({ wrong, right }) => ({
        file,
        line: firstLine + index,
        message: `「${wrong}」是错误的写法。`,
        fix: `改成「${right}」。`,
      })),
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
