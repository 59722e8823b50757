/** `__重点__` beside Chinese, where Markdown shows the underscores: bold, but not a blank to be filled in (`__年__月`). */
import type { Resolver, Token } from 'micromark-util-types';
import type { Neighbours } from './bold-asterisks.ts';

const ASCII_WORD = /^[\dA-Za-z]$/;
const HAN = /\p{Script=Han}/u;
/** A blank's name is short: 年, 姓名. */
const MEANT_AS_BOLD = /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}|[：:]\s*$/u;
/** Bold type begins and ends with a word, on one line. */
const BEGINS_OR_ENDS_LOOSE = /^[\s、，。；：！？）》」』〕】”]|[（《「『〔【“]\s*$|\n/u;
/** What a blank stands before: 第__页共__页, __日起__日内, __时__分至__时. */
const UNITS = '[年月日时分秒天元角页份号楼层室条款项次岁户名人个件]';
const AFTER_BLANK = new RegExp(
  `^${UNITS}(?:[，、]?[共至到起止第内前后整及和约计]|[上下]午|$)`,
  'u',
);
const UNIT = new RegExp(`^${UNITS}`, 'u');
const COLON = /^[：:]$/;

interface Run extends Neighbours {
  token: Token;
}

/** Decides for the runs of one stretch of text; `neighboursOf` knows the runs of underscores. */
export function boldUnderscores(neighboursOf: (token: Token) => Neighbours | undefined): Resolver {
  // What stands in a link or in bold type comes by again with what is around it.
  const decided = new WeakSet<Token>();
  return (events, context) => {
    const runs = events.flatMap(([kind, token]): Run[] => {
      const beside = token.type === 'attentionSequence' ? neighboursOf(token) : undefined;
      if (kind !== 'enter' || !beside || token.end.offset - token.start.offset !== 2) return [];
      const isName = ASCII_WORD.test(beside.before) && ASCII_WORD.test(beside.after);
      return isName || decided.has(token) ? [] : [{ token, ...beside }];
    });
    for (let index = 0; index < runs.length; index += 2) {
      const [first, second] = [runs[index], runs[index + 1]];
      if (first) decided.add(first.token);
      if (!first || !second) {
        if (first && isBesideWide(first)) decide(first, {});
        continue;
      }
      decided.add(second.token);
      const text = context.sliceSerialize({ start: first.token.end, end: second.token.start });
      const isBold = runs.length % 2 === 0 && isMeantAsBold(first, text, second);
      // Without Chinese in it, it is Markdown's to judge.
      if (!isBold && !HAN.test(text) && !isBesideWide(first) && !isBesideWide(second)) continue;
      decide(first, { isOpen: isBold });
      decide(second, { isClose: isBold });
    }
    return events;
  };
}

/** Whether words between two blanks go with the first, as what is counted; `after` is what follows the second. */
export function isBetweenBlanks(text: string, after: string): boolean {
  return AFTER_BLANK.test(text) || (UNIT.test(text) && UNIT.test(after));
}

function isMeantAsBold(first: Run, text: string, second: Run): boolean {
  // `甲方：__乙方：__`, `今收到__同志交来__元`: blanks.
  if (COLON.test(first.before) && COLON.test(second.before)) return false;
  if (HAN.test(first.before) && HAN.test(second.after)) return false;
  if (isBetweenBlanks(text, second.after)) return false;
  return MEANT_AS_BOLD.test(text) && !BEGINS_OR_ENDS_LOOSE.test(text);
}

function isBesideWide({ before, after }: Run): boolean {
  return [before, after].some((character) => /[^\0-\u02ff]/u.test(character));
}

function decide(
  { token }: Run,
  { isOpen = false, isClose = false }: { isOpen?: boolean; isClose?: boolean },
): void {
  Object.assign(token, { _open: isOpen, _close: isClose });
}
