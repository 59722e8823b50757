/** Lines of wording.yaml that could never be followed: the right word is the wrong one, or is called wrong itself in a circle. */
import { isWithinRight } from './within-right.ts';
import type { Words } from './issue.ts';

interface Rule {
  wrong: string;
  right: string;
}

interface WordingProblem extends Words {
  index: number;
}

/** Rules that let a word grow need not come back to the same text to be endless. */
const LONGEST = 500;

/** Each circle is told once, at the last of its lines. */
export function wordingProblems(rules: readonly Rule[]): WordingProblem[] {
  const problems: WordingProblem[] = [];
  const byWrong = Map.groupBy(rules.keys(), (index) => rules[index]?.wrong ?? '');
  const ending = new Set<string>();
  const told = new Set<number>();
  for (const [index, { wrong, right }] of rules.entries()) {
    if (wrong === right) {
      problems.push({
        index,
        message: `「${wrong}」的错误写法和正确写法是一样的。`,
        fix: '把 right 改成正确的写法；用不到就删掉这一对。',
      });
      continue;
    }
    const circle = circleFrom(right, rules, byWrong, ending);
    if (circle.length === 0 || circle.some((each) => told.has(each))) continue;
    for (const each of circle) told.add(each);
    const pairs = circle.map((each) => `「${rules[each]?.wrong}」改成「${rules[each]?.right}」`);
    problems.push({
      index: Math.max(...circle),
      message: `照这张表改，会绕成圈：${pairs.join('，')}，又要再改。`,
      fix: '这几对里只留对的，其余的删掉。',
    });
  }
  return problems.toSorted((a, b) => a.index - b.index);
}

/**
 * The rules that are followed again and again when a text is mended as they say, in the order of the list.
 * @param ending texts of which it is known that they come to an end; those that were met are added
 */
function circleFrom(
  text: string,
  rules: readonly Rule[],
  byWrong: ReadonlyMap<string, readonly number[]>,
  ending: Set<string>,
): number[] {
  const met = new Map<string, number>();
  const followed: number[] = [];
  for (let now = text; !ending.has(now);) {
    const since = met.get(now);
    if (since !== undefined || now.length > LONGEST) {
      return [...new Set(followed.slice(since ?? 0))].toSorted((a, b) => a - b);
    }
    met.set(now, followed.length);
    const found = firstWrong(now, rules, byWrong);
    if (!found) break;
    followed.push(found.index);
    now = now.slice(0, found.at) + found.right + now.slice(found.at + found.wrong.length);
  }
  for (const each of met.keys()) ending.add(each);
  return [];
}

function firstWrong(
  text: string,
  rules: readonly Rule[],
  byWrong: ReadonlyMap<string, readonly number[]>,
): (Rule & { index: number; at: number }) | undefined {
  for (let at = 0; at < text.length; at += 1) {
    // No wrong word is longer than its field may be.
    for (let end = at + 1; end <= Math.min(text.length, at + 120); end += 1) {
      const [index] = byWrong.get(text.slice(at, end)) ?? [];
      const rule = index === undefined ? undefined : rules[index];
      if (index !== undefined && rule && !isWithinRight(text, at, rule)) {
        return { ...rule, index, at };
      }
    }
  }
  return undefined;
}
