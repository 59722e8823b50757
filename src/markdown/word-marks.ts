/** What Word writes before the tab behind an automatic number, bullet or label. */

const HAN_NUMBER = '[一二三四五六七八九十百]';

const MARKS: readonly string[] = [
  // 一、 （一） 1. 1.1 ① A.
  `${HAN_NUMBER}{1,4}[、.．]`,
  `[（(](?:${HAN_NUMBER}{1,3}|\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[）)]`,
  String.raw`\d{1,3}(?:\.\d{1,3})*[.．、)）]`,
  String.raw`\d{1,2}(?:\.\d{1,2}){1,3}`,
  '[①-⒛㈠-㈩]',
  '[A-Za-z][.．、)）]',
  // I. iv) Ⅲ
  '[ivxlIVXL]{1,6}[.．、)）]',
  '[Ⅰ-ⅿ]{1,3}[.．、)）]?',
  `第(?:${HAN_NUMBER}|\\d){1,5}(?:[章节条款项篇编步]|部分)`,
  // Signs, those of Wingdings among them.
  String.raw`[^\p{L}\p{N}\s]{1,2}`,
  '〇',
  // 附件1 附表二 附录A 表3 图2-1
  `附[ \\u3000]?[件表图录]?[ \\u3000]?(?:${HAN_NUMBER}{1,3}|\\d{1,3}(?:[-.]\\d{1,3})?|[A-Z])[.．、]?`,
  String.raw`[表图注§][ \u3000]?\d{1,3}(?:[-.]\d{1,3})*`,
  '[问答]',
  // 时间： 附件：1.
  String.raw`.*[：:](?:\d{1,3}[.．、)）]?)?`,
];
const MARK = new RegExp(`^(?:${MARKS.join('|')})$`, 'u');

/** @param cell trimmed; its digits and signs may be of full width */
export function isWordMark(cell: string): boolean {
  return MARK.test(cell) || MARK.test(cell.normalize('NFKC'));
}

const HAN_NUMBERS =
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十'.split(' ');

/** Bare numbers that count on from row to row, as a list's do: 1 2 3, 01 02, 一 二 三. */
export function countsOn(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => bareNumber(cell.normalize('NFKC')));
  const [first = 0] = numbers;
  return numbers.every((number, index) => number === first + index);
}

function bareNumber(cell: string): number | undefined {
  if (/^\d{1,3}$/.test(cell)) return Number(cell);
  const index = HAN_NUMBERS.indexOf(cell);
  return index === -1 ? undefined : index + 1;
}
