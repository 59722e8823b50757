/** Runs of `*`, `_` and `~` that can only be text in Chinese: `38.5*2*3`, `138****1234`, `张*，`, `姓名：____`, `8~~9万吨`. */
import type { Code, Construct, State } from 'micromark-util-types';
import { mergeData } from './merge-data.ts';

const ASTERISK = 42;
const UNDERSCORE = 95;
const TILDE = 126;

/** A run of one sign; `isText` judges by what stands before it, how long it is, what stands behind it. */
function literalRun(
  name: string,
  sign: number,
  isText: (before: Code, count: number, after: Code) => boolean,
): Construct {
  return {
    name,
    tokenize(effects, ok, nok) {
      const before = this.previous;
      let count = 0;
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        return inside(code);
      }

      function inside(code: Code): State | undefined {
        if (code === sign) {
          count += 1;
          effects.consume(code);
          return inside;
        }
        effects.exit('data');
        return isText(before, count, code) ? ok(code) : nok(code);
      }
    },
    resolveAll: mergeData,
  };
}

export const literalAsterisks = literalRun('literalAsterisks', ASTERISK, (before, count, after) => {
  // Chinese has no italics: one asterisk multiplies, hides a character of a name (张*，) or marks (*为必填项).
  if (count === 1) return isInWord(before, after) || isBesideHan(before, after);
  // Nothing is as bold as that: 密码******.
  if (count >= 5) return true;
  // Telephone numbers: 138****1234. Two or three are `boldAsterisks`'s to judge.
  return count === 4 && (isAsciiWord(before) || isAsciiWord(after));
});

/** Three and more are a blank to fill in, wherever they stand. */
export const literalUnderscores = literalRun(
  'literalUnderscores',
  UNDERSCORE,
  (before, count, after) => count >= 3 || (count === 1 && isBesideHan(before, after)),
);

/** A range whose sign was typed twice, and no text that is struck out. */
export const literalTildes = literalRun(
  'literalTildes',
  TILDE,
  (before, count, after) => count >= 2 && endsAmount(before) && isDigit(after),
);

function isInWord(before: Code, after: Code): boolean {
  return endsOperand(before) && startsOperand(after);
}

/** `*《办法》*全文` sets a title off. */
function isBesideHan(before: Code, after: Code): boolean {
  return (isHan(before) && !beginsTitle(after)) || (isHan(after) && !endsTitle(before));
}

const beginsTitle = matches(/^[《“「『]$/u);
const endsTitle = matches(/^[》”」』]$/u);
const isAsciiWord = matches(/^[\dA-Za-z]$/);
// Cs: half of a rare Han character beyond the first 65,536.
const isHan = matches(/^[\p{Script=Han}\p{Cs}]$/u);
const endsOperand = matches(/^[\p{L}\p{N}\p{Cs})）%]$/u);
const isDigit = matches(/^\d$/);
const endsAmount = matches(/^[\d%％‰℃°十百千万亿年月日时点元吨]$/u);
const startsOperand = matches(/^[\p{L}\p{N}\p{Cs}(（]$/u);

function matches(pattern: RegExp): (code: Code) => boolean {
  return (code) => code !== null && code > 0 && pattern.test(String.fromCharCode(code));
}
