/** `*重点*`: Chinese has no italics, so that readers would see the asterisks; masks and marks (*为必填项) are meant to be seen. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { endsInNameToMask } from './masked-name.ts';
import { type BodyProblem, lineOf } from './body-problem.ts';

export const italicsRule: Rule = {
  id: 'markdown/italics',
  level: 'warn',
  scope: 'text',
  title: '斜体',
  basis: '中文没有斜体，星号会原样显示。',
};

/** A few words with no mark of punctuation, alone between two asterisks that stand off from other words. */
const WORDS =
  /(?<![^\s，。；：！？、（《“])(?<!\*\s)\*(?![为号项者是的表代标必处某注])([\p{Script=Han}\d]{2,20})\*(?=$|[\s，。；：！？、）》”])(?!\s\*)/gu;

/** The same behind another word, where the text holds no other asterisk: 和*要点*, but not 张*和李*. */
const ALONE =
  /(?<!\*\s)\*(?![为号项者是的表代标必处某注和与及跟同])([\p{Script=Han}\d]{2,20})\*(?=$|[\s，。；：！？、）》”])(?!\s\*)/gu;

/** @param tree as it was parsed, while lines are still what was written */
export function inspectItalics(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('*')) return [];
  const problems: BodyProblem[] = [];
  visit(tree, 'text', ({ value, position }) => {
    if (!value.includes('*')) return;
    const source = body.slice(position?.start.offset, position?.end.offset);
    // Somebody has said that they are to be seen.
    if (source.includes('\\*') || source.includes('&')) return;
    let [line, passed] = [lineOf({ position }), 0];
    const form = value.split('*').length === 3 ? ALONE : WORDS;
    for (const { 0: written, 1: words = '', index } of value.matchAll(form)) {
      if (!/\p{Script=Han}/u.test(words)) continue;
      if (endsInNameToMask(value.slice(Math.max(0, index - 12), index))) continue;
      line += value.slice(passed, index).split('\n').length - 1;
      passed = index;
      problems.push({
        line,
        level: 'warn',
        message: `「${written}」的星号会原样显示。`,
        fix: `要突出，写成 **${words}**；要显示星号，写成 \\*${words}\\*。`,
      });
    }
  });
  return problems;
}
