/** Numbers of passports and of vehicles (GA 36-2018): by them a person is found, too, and offices write them down for good reasons. */
import type { Reading } from './personal-data.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** Five signs or six (新能源汽车); letters alone are a name. */
const PLATE = new RegExp(
  `[${PROVINCES}][A-HJ-Z][ ·•.-]?(?=[A-HJ-NP-Z]{0,3}\\d)(?:[A-HJ-NP-Z\\d]{4}[A-HJ-NP-Z\\d挂学警港澳]|[A-HJ-NP-Z\\d]{6})(?![A-Za-z\\d])`,
  'g',
);
/** Ordinary, for official business, diplomatic; older ones are of digits alone. */
const PASSPORT = /(?<![A-Za-z\d])(?:E[A-HJ-NP-Z]\d{7}|[DEGPS]E?\d{8}|1[45]\d{7})(?![A-Za-z\d])/g;
const CALLED = /(?:护照|旅行证件|passport)[^\n]{0,12}$/iu;

/** @param plain with its digits in ASCII */
export function* papersIn(plain: string): Generator<Reading> {
  for (const { 0: words, index } of plain.matchAll(PLATE)) {
    yield { kind: 'plate', at: index, words, masked: shown(words, 2, 1) };
  }
  if (!/护照|旅行证件|passport/iu.test(plain)) return;
  for (const { 0: words, index } of plain.matchAll(PASSPORT)) {
    if (!CALLED.test(plain.slice(Math.max(0, index - 24), index))) continue;
    yield { kind: 'passport', at: index, words, masked: shown(words, 1, 2) };
  }
}

/** 新A****5, E******12. */
function shown(words: string, first: number, last: number): string {
  const hidden = '*'.repeat(words.length - first - last);
  return words.slice(0, first) + hidden + words.slice(-last);
}
