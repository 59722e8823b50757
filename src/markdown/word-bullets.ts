/** Bullets of Word's that were pasted without their font: the letter `l` or `n` where a round or square sign stood. */
import { type BodyProblem, shortened } from './body-problem.ts';
import type { Source } from './source.ts';
import { bulletOf } from './symbol-font-signs.ts';
import type { TabBlock } from './tab-rows.ts';

/** Which pairs of a mark and a text in one body have such a bullet. */
export interface Bullets {
  is(pair: readonly string[]): boolean;
  /** Whether it could be one, where all that stands beside it is a list too. */
  may(pair: readonly string[]): boolean;
}

const LINE = /^([\s>]*(?:[-+*][ \t]+)?)(\S)[ \u3000]*\t/u;

/** @param rows all rows of the body that hold tabs */
export function bulletsIn(rows: readonly (readonly string[])[]): Bullets {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const [mark = '', ...rest] = row.filter((cell) => cell.trim() !== '');
    if (rest.length === 1) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const is = ([mark = '', ...rest]: readonly string[]): boolean =>
    rest.length === 1 &&
    bulletOf(mark) !== undefined &&
    (/[^a-z]/.test(mark) || (counts.get(mark) ?? 0) > 1);
  return {
    is,
    may: (pair) =>
      is(pair) ||
      (pair.length === 2 &&
        bulletOf(pair[0] ?? '') !== undefined &&
        /\p{Script=Han}|\p{L}{3}/u.test(pair[1] ?? '')),
  };
}

/** @param block lines of which each is a list's */
export function inspectBullets(
  { first, last }: TabBlock,
  bullets: Bullets,
  { lines }: Source,
): BodyProblem[] {
  return lines.slice(first - 1, last).flatMap((text, index): BodyProblem[] => {
    const [start = '', before = '', letter = ''] = LINE.exec(text) ?? [];
    const sign = bulletOf(letter);
    if (sign === undefined) return [];
    const rest = text.slice(start.length).trim();
    const line = first + index;
    const message = `行首的「${letter}」像是 Word 的项目符号，粘贴后丢了字体，网页上会显示成「${letter}」。`;
    if (!bullets.is([letter, rest])) {
      return [
        {
          line,
          message,
          fix: `是项目符号，换成「${sign}」，写成「${sign} ${shortened(rest)}」；是字母，把它后面的制表符换成空格，写成「${letter} ${shortened(rest)}」。`,
        },
      ];
    }
    return [
      {
        line,
        message,
        fix: `换成普通的符号「${sign}」，写成「${sign} ${shortened(rest)}」。`,
        edit: { line, column: before.length, was: letter, becomes: sign },
      },
    ];
  });
}
