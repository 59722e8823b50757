/** Signs of Word's Wingdings and Symbol fonts: without the font a reader sees a box with a cross. */
import type { Rule } from '../model/rule.ts';
import { editAt } from './body-edit.ts';
import type { BodyProblem } from './body-problem.ts';
import { SIGNS } from './symbol-font-signs.ts';

export const symbolFontRule: Rule = {
  id: 'paste/symbol-font',
  level: 'stop',
  scope: 'text',
  title: 'Word 特殊字体的符号',
  basis: '没有这种字体的电脑和手机显示成方框。',
};

const PRIVATE = /\p{Co}/u;
const EACH_PRIVATE = /\p{Co}/gu;

/** Whether a character is of nobody's but a font's. */
export function isPrivate(character: string): boolean {
  return PRIVATE.test(character);
}

/** The usual sign that looks like one of a font's. */
export function usualSign(character: string): string | undefined {
  return SIGNS.get(character);
}

/** One problem for each line that holds such signs. */
export function inspectSymbolFont(body: string): BodyProblem[] {
  if (!PRIVATE.test(body)) return [];
  let offset = 0;
  return body.split('\n').flatMap((line, index) => {
    const start = offset;
    offset += line.length + 1;
    const found = [...new Set(line.match(EACH_PRIVATE) ?? [])];
    if (found.length === 0) return [];
    const mended = line.replaceAll(EACH_PRIVATE, (sign) => SIGNS.get(sign) ?? sign);
    const edit = mended === line ? undefined : editAt(body, start, line, mended);
    const unknown = found.filter((sign) => !SIGNS.has(sign)).map((sign) => placeOf(line, sign));
    const known = found.map((sign) => SIGNS.get(sign)).filter((sign) => sign !== undefined);
    return [
      {
        line: index + 1,
        message: `这一行里有 Word 特殊字体（Wingdings、Symbol）的符号，网页上会显示成方框。`,
        fix: [
          known.length > 0 ? `换成普通的符号「${known.join('」「')}」。` : '',
          unknown.length > 0
            ? `${unknown.join('、')}的符号认不出来，请对照原文换成普通的符号或文字。`
            : '',
        ].join(''),
        ...(edit && { edit }),
      },
    ];
  });
}

/** 「同意」前面, for a sign that cannot be printed. */
function placeOf(line: string, sign: string): string {
  const index = line.indexOf(sign);
  const after = line
    .slice(index + sign.length)
    .replaceAll(EACH_PRIVATE, ' ')
    .trim()
    .slice(0, 6);
  if (after !== '') return `「${after}」前面`;
  const before = line.slice(0, index).replaceAll(EACH_PRIVATE, ' ').trim().slice(-6);
  return before === '' ? '单独' : `「${before}」后面`;
}
