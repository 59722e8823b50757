import { expect, it } from 'vitest';
import { formatNumber } from '../../../src/desk/word/number-format.ts';

it.each([
  [
    'chineseCounting',
    [0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 1001, 10_000, 10_010],
    '零 一 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十一 一千零一 一万 一万零一十',
  ],
  ['japaneseCounting', [3, 15], '三 十五'],
  ['chineseLegalSimplified', [1, 10, 25], '壹 壹拾 贰拾伍'],
  ['ideographDigital', [1, 10, 2026], '一 一〇 二〇二六'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 甲'],
  ['decimalEnclosedCircle', [1, 20, 21, 36, 51], '① ⑳ ㉑ ㊱ 51'],
  ['decimalEnclosedParen', [1, 21], '⑴ (21)'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [9, 10], '09 10'],
  ['upperRoman', [4, 9, 14, 1999, 4000], 'IV IX XIV MCMXCIX 4000'],
  ['lowerLetter', [1, 26, 27], 'a z aa'],
  ['decimal', [12, -1, 1e12], '12 -1 1000000000000'],
  ['of-another-time', [7], '7'],
])('%s', (format, numbers, written) => {
  expect(numbers.map((number) => formatNumber(number, format)).join(' ')).toBe(written);
});
