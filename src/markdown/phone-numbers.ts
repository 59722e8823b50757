/**
 * Telephone numbers in Chinese texts: only what is surely one, for a number that is dialled by mistake rings at somebody
 * else's. By their form: with an area code (0998-7654321), of a service (400-810-8888), international (+86…). By the words
 * beside them: mobile numbers, numbers without an area code's hyphen, and the short ones (12345).
 */

export interface WrittenNumber {
  /** Where it begins in the text, and what stands there. */
  index: number;
  text: string;
  /** What a telephone dials; an extension follows a pause. */
  href: string | undefined;
}

export interface PhoneNumber extends WrittenNumber {
  href: string;
}

const HYPHEN = '[-－‐–]';
/** 010, 020–029, and three digits from 03 to 09. */
const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
const EXTENSION = `(?:(?:${HYPHEN}| ?转 ?)(?<extension>\\d{1,5}))?`;
/** Not a piece of something longer: an amount, a version, an identity number, a part of an address. */
const BEGIN = '(?<![\\dA-Za-z*_.,/＊Xx×第〔（(#＃№]|[-－‐–—~～])';
const END = '(?![\\dA-Za-z*_＊×%％]|[-－‐–—~～][\\d*＊]|[.,/]\\d| ?[万亿元个号件台])';

const FORMS: readonly RegExp[] = [
  new RegExp(`${BEGIN}(?:\\+86[ -]?)?${AREA}(?:${HYPHEN}| )[1-9]\\d{6,7}${EXTENSION}${END}`, 'gu'),
  new RegExp(
    `(?<![\\dA-Za-z*_.,/＊-])(?:（${AREA}）|\\(${AREA}\\)) ?[1-9]\\d{6,7}${EXTENSION}${END}`,
    'gu',
  ),
  new RegExp(
    `${BEGIN}[48]00(?:${HYPHEN}\\d{3}${HYPHEN}\\d{4}|${HYPHEN}\\d{4}${HYPHEN}\\d{3}|${HYPHEN}\\d{7})${END}`,
    'gu',
  ),
  new RegExp(
    `${BEGIN}\\+86[ -]?(?:1[3-9]\\d{9}|(?:10|2\\d|[3-9]\\d{2})[ -][1-9]\\d{6,7})${END}`,
    'gu',
  ),
];

/** Only right after a word for a telephone. */
const CALL = '(?:电话|热线|手机|座机|总机|拨打|致电|来电)(?:号码)?(?:为|是|：|:)?[ \\u3000]*[“「]?';
const AFTER_WORDS: readonly RegExp[] = [
  new RegExp(
    `(?<=${CALL})(?:1[3-9]\\d{9}|${AREA}[1-9]\\d{6,7}|[48]00\\d{7}|[2-8]\\d{6,7}${EXTENSION})${END}`,
    'gu',
  ),
  // Known short numbers, where nothing that is counted or goes on follows.
  /(?<=(?:拨打|致电|热线(?:电话)?(?:为|是|：|:)?|(?:报警|急救|火警|投诉|举报|咨询|服务)电话(?:为|是|：|:)?)[ \u3000]*[“「]?)(?:110|119|120|122|12\d{3})(?=$|[”」，。；、！？）)\s]|(?:热线|电话|报警|急救|火警|政务|投诉|举报|咨询))/gu,
];

/** What is written like a telephone number and is not called: a fax, a number of something. */
const NOT_CALLED =
  /(?:传真|编号|文号|档号|批号|账号|帐号|卡号|单号|序号|证号|代码|邮编|号段|许可证|合同|账户)[^，。；\d]{0,6}$/u;

/** The numbers in a text that are called, in their order; they do not overlap. */
export function phoneNumbers(text: string): PhoneNumber[] {
  return numbersIn(text).filter((number): number is PhoneNumber => number.href !== undefined);
}

/** The same with those that are written like one and not called, which have no address: a fax. */
export function numbersIn(text: string): WrittenNumber[] {
  const found = [...FORMS, ...AFTER_WORDS]
    .flatMap((form) => [...text.matchAll(form)])
    .toSorted((a, b) => a.index - b.index || b[0].length - a[0].length);
  const numbers: WrittenNumber[] = [];
  let end = 0;
  for (const { 0: written, index, groups } of found) {
    if (index < end) continue;
    const isCalled = !NOT_CALLED.test(text.slice(Math.max(0, index - 16), index));
    const href = isCalled ? hrefOf(written, groups?.['extension']) : undefined;
    numbers.push({ index, text: written, href });
    end = index + written.length;
  }
  return numbers;
}

/** The address of a number that is known to be one, as in the settings of a site. */
export function phoneHref(phone: string): string | undefined {
  const [known, ...others] = phoneNumbers(`热线电话：${phone.trim()}`);
  return known && others.length === 0 && known.text === phone.trim() ? known.href : undefined;
}

function hrefOf(written: string, extension: string | undefined): string {
  const main = extension ? written.slice(0, written.lastIndexOf(extension)) : written;
  const digits = main.replaceAll(/[^\d+]/g, '');
  return `tel:${digits}${extension ? `,${extension}` : ''}`;
}
