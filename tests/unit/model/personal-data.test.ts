/** Numbers of persons are found however they are written, and nothing else is taken for one. */
import { describe, expect, it } from 'vitest';
import { isIdentity, maskPersonal, personalNumbers } from '../../../src/model/personal-data.ts';
import { seededRandom } from '../../support/random.ts';

const { between, pick } = seededRandom(20_260_305);
const digits = (count: number): string =>
  Array.from({ length: count }, () => between(0, 9)).join('');

/** Of districts that do not exist. */
function anIdentity(): string {
  const day = `${between(1950, 2009)}0${between(1, 9)}1${between(0, 9)}`;
  const body = `${pick(['11', '44', '65'])}99${digits(2)}${day}${digits(3)}`;
  const check = [...'0123456789X'].find((last) => isIdentity(body + last));
  return body + (check ?? '');
}

function aCard(): string {
  const body = `62${digits(16)}`;
  const sum = [...body].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const MADE = {
  id: anIdentity,
  bank: aCard,
  mobile: () => `1${pick(['3', '5', '8', '9'])}${digits(9)}`,
};
const WRITTEN: readonly ((number: string, kind: string) => string)[] = [
  (number) => number,
  (number) =>
    number.replaceAll(/[\dX]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (number, kind) =>
    kind === 'mobile'
      ? number.replace(/(\d{3})(\d{4})(\d{4})/, '$1 $2 $3')
      : kind === 'id'
        ? number.replace(/(\d{6})(\d{8})(.{4})/, '$1 $2 $3')
        : number.replaceAll(/(\d{4})(?=\d)/g, '$1 '),
  (number, kind) =>
    kind === 'mobile' ? number.replace(/(\d{3})(\d{4})(\d{4})/, '$1-$2-$3') : number.toLowerCase(),
  (number) => number.replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? ''),
  (number) => number.replaceAll(/\d/g, (digit) => '零①2③4⑤六❼⑧九'[Number(digit)] ?? ''),
  (number) => number.replaceAll(/\d/g, (digit) => String.fromCharCode(0x06_60 + Number(digit))),
  (number) => number.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x1_d7_ce + Number(digit))),
  (number) => [...number].join('\u200B\u2060'),
  (number) => number.replaceAll(/\d/g, '$&\uFE0F\u20E3').replace(/\uFE0F\u20E3$/, ''),
];
const AROUND = [
  ['联系人：', '。'],
  ['（', '）'],
  ['张某', '，李某'],
  ['', ''],
  ['电话 ', '\n'],
] as const;

describe('a number of a person', () => {
  it.each(Object.entries(MADE))('%s is found whole in 600 ways, and masked', (kind, make) => {
    for (let round = 0; round < 600; round += 1) {
      const number = pick(WRITTEN)(make(), kind);
      const [before, behind] = pick(AROUND);
      const text = `${before}${number}${behind}`;
      const found = personalNumbers(text);
      expect([text, found]).toMatchObject([
        text,
        [{ kind, at: before.length, length: number.length }],
      ]);
      expect(maskPersonal(text).replaceAll(/[\s-]/g, '').normalize('NFKC')).not.toMatch(
        /\p{N}{5}/u,
      );
    }
  });

  it.each([
    ['联系人 13912345678 650199199003070071 到会', 2],
    ['13912345678 13912345679', 2],
    ['13912345678-13912345679', 2],
    ['139—1234—5678', 1],
    ['139−1234−5678', 1],
    ['139.1234.5678', 1],
    ['139·1234·5678', 1],
    ['139\u200B1234\u200D5678', 1],
    ['139\u00AD12345678', 1],
    ['（139）12345678', 1],
    ['(139) 1234-5678', 1],
    ['008613912345678', 1],
    ['013912345678', 1],
    ['手机 139  1234  5678', 1],
    ['联系方式：139 123 45678', 1],
    ['电话 1 3 9 1 2 3 4 5 6 7 8', 1],
    ['tel13912345678', 1],
    ['电话13912345678人事科', 1],
    ['电话 13912345678 万某', 1],
    ['13912345678\n米某', 1],
    ['65019919\n9003070071', 1],
    ['650199  19900307  0071', 1],
    ['650199\u200919900307\u20090071', 1],
    ['650199.19900307.0071', 1],
    ['139**345678', 1],
    ['①13912345678 ②13912345679', 2],
    ['13912345678①', 1],
    ['人事科电话13912345678二楼', 1],
    ['zhangsan-13912345678', 1],
    ['1 3 9 1 2 3 4 5 6 7 8', 1],
    ['联系电话\n139\n12345678', 1],
    ['手机\n1391234\n5678', 1],
    ['一三九 一二三四 五六七八', 1],
    ['护照号码E12345678、EA1234567', 2],
    ['处置车辆新A·12345、新AD12345', 2],
  ])('is found in %j', (text, count) => {
    expect(personalNumbers(text)).toHaveLength(count);
  });

  it.each([
    ['合计 138.12345678 元，138 1234 5678 9012'],
    ['编号13912345678-01'],
    ['招标编号：JGSW-2026-11-13900001234'],
    ['138\n1234\n5678\n2026'],
    ['13912345678 千瓦时'],
    ['电话 0990-7654321、0991 2345678，12345'],
    ['节电13912345678千瓦时，完成投资15812345678.5元'],
    ['发票号码13912345678901234567'],
    ['身份证号65*************071，手机139****5678'],
    ['统一社会信用代码12650000123456789X'],
    ['文件编号650199199013070071'],
    ['时间戳1664630528159'],
    ['二〇二六年三月五日，一三五七九'],
    ['项目\n139\n12345678\n2026'],
    ['1 3 9 1 2 3 4 5 6 7 8 9 10'],
    ['型号E12345678，新G30线，新A股，京沪高铁'],
    ['护照有效期为10年，编号2026E12345678'],
  ])('is none in %s', (text) => {
    expect(personalNumbers(text)).toEqual([]);
  });
});
