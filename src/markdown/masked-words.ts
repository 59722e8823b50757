/** Asterisks that hide the beginning of a name or an amount, as notices write them: **公司, **市**县, ***小区, **元. */

/** What a hidden word stands before. Longer words first. */
const HIDDEN_BEFORE =
  '公司|集团|企业|单位|合作社|协会|银行|分行|支行|医院|法院|检察院|大学|学院|学校|中学|小学|幼儿园|专业|小区|社区|街道|大道|大厦|分局|单元|号楼|村委会|派出所|某+|省|市|州|盟|旗|县|区|乡|镇|村|屯|组|路|街|巷|弄|号|楼|栋|幢|室|店|厂|' +
  '[十百千万亿]*元|角|分|人|名|户|岁|年|月|日|%|％|‰';
/** Too often the beginning of another word (科学, 处理, 时间) unless it is whole. */
const COUNTED = '条|款|项|页|时|科|处|局|厅|庭|站|所';
/** Where such a word is whole: before a mark, a number, other asterisks, or a word that joins. */
const WHOLE = new RegExp(
  String.raw`^(?:${HIDDEN_BEFORE}|${COUNTED})(?=$|[^\p{Script=Han}A-Za-z：]|[与和及或等])`,
  'u',
);
const BEGINS = new RegExp(`^(${HIDDEN_BEFORE}|${COUNTED})`, 'u');
const PERHAPS = new RegExp(`^(${HIDDEN_BEFORE})`, 'u');

/** `sure`: **公司、; `perhaps`: **公司中标, which may begin bold type as well. */
export type Hiding = 'sure' | 'perhaps' | undefined;

/**
 * Whether asterisks hide what a word begins with. What stands behind a number (51**%) hides nothing: the number is there.
 * @param before the text up to them, or its end
 * @param after the text behind them, or its beginning
 */
export function hidesBefore(before: string, after: string): Hiding {
  if (/\d$/.test(before)) return undefined;
  if (WHOLE.test(after)) return 'sure';
  return PERHAPS.test(after) ? 'perhaps' : undefined;
}

/** The word behind the asterisks that `hidesBefore` knows. */
export function wordHiddenBefore(after: string): string | undefined {
  return PERHAPS.exec(after)?.[1];
}

/** The word at the beginning of a text that a hidden one may stand before, whole or not: 时停电, 公司中标. */
export function mayEndHidden(text: string): string | undefined {
  return BEGINS.exec(text)?.[1];
}

/** Whether three asterisks hide a number's beginning or a whole word (账号***1234, 密码***): bold italics are none of Chinese. */
export function hidesAlone(before: string, after: string): boolean {
  if (!/[\p{L}\p{N}]$/u.test(before)) return false;
  return after === '' || /^[\d\s、，。；：！？）》」』〕】”]/u.test(after);
}
