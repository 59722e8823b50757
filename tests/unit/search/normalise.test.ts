import { describe, expect, test } from 'vitest';
import { kindOf, normalise, normaliseWithOrigins } from '../../../src/search/normalise.ts';
import { seededRandom } from '../../support/random.ts';

describe('normalise', () => {
  test.each([
    ['quotation marks go', '“三新”要求', '三新要求'],
    ['straight and corner quotation marks go', `"三新"'要'「求」`, '三新要求'],
    ['book-title marks go', '《办法》执行', '办法执行'],
    ['a middle dot goes', '库尔班江·萨迪克', '库尔班江萨迪克'],
    ['its look-alikes go', '库尔班江•萨・迪‧克', '库尔班江萨迪克'],
    ['spaces between Han go', '机关 事务\u3000管理\n局', '机关事务管理局'],
    ['invisible characters go', '机关\u200B事\uFEFF务', '机关事务'],
    ['numbers in brackets stay apart', '国办发〔2017〕47号', '国办发2017 47号'],
    ['square brackets are the same', '国办发[2017]47号', '国办发2017 47号'],
    ['full-width forms are the same', '国办发［２０１７］４７号', '国办发2017 47号'],
    ['Latin is lower case', 'ＧＢ/T', 'gb/t'],
    ['a letter and a number close up', 'GB/T 37668', 'gb/t37668'],
    ['two words stay apart', 'New  York', 'new york'],
    ['dashes are one', '37668—2019–2020-1', '37668-2019-2020-1'],
    ['waves are one', '5～6〜7~8', '5~6~7~8'],
    ['punctuation stays, in one width', '甲，乙。5．8％', '甲,乙。5.8%'],
    ['compatibility characters are resolved', '⼀㎡①', '一m21'],
    ['stretched and parted Arabic letters are one word', 'تېجـەش كىتاب\u200Cلار', 'تېجەش كىتابلار'],
    ['letters of other keyboards are the Uyghur ones', 'توک', 'توك'],
    ['two Uyghur words stay apart', 'ئورگان  ئىشلىرى', 'ئورگان ئىشلىرى'],
    ['a rare character of a name stays', '𬱟某', '𬱟某'],
    ['nothing but marks is nothing', '“ ”《》', ''],
  ])('%s', (_, written, normalised) => {
    expect(normalise(written)).toBe(normalised);
  });

  test('is the same when done again', () => {
    const once = normalise('国办发〔2017〕47号“New  York”');
    expect(normalise(once)).toBe(once);
  });
});

describe('normaliseWithOrigins', () => {
  test('knows which characters each unit came from', () => {
    expect(normaliseWithOrigins('“三新”㎡')).toEqual({
      text: '三新m2',
      starts: [1, 2, 4, 4],
      ends: [2, 3, 5, 5],
    });
  });

  test('gives both halves of a rare character its whole extent', () => {
    expect(normaliseWithOrigins('·𬱟')).toEqual({ text: '𬱟', starts: [1, 1], ends: [3, 3] });
  });

  test('a kept gap comes from nowhere', () => {
    expect(normaliseWithOrigins('1 2')).toEqual({
      text: '1 2',
      starts: [0, 2, 2],
      ends: [1, 2, 3],
    });
  });
});

test.each([
  ['国', 'han'],
  ['〇', 'han'],
  ['𠮷', 'han'],
  ['7', 'digit'],
  ['a', 'letter'],
  ['ئ', 'letter'],
  ['の', 'letter'],
  ['，', 'other'],
  [' ', 'other'],
  ['', 'other'],
])('the kind of %j is %s', (char, kind) => {
  expect(kindOf(char)).toBe(kind);
});

test('the short way and the one that remembers origins give the same', () => {
  const random = seededRandom(31);
  const ranges = [
    [0x20, 0x7e],
    [0x4e00, 0x4e40],
    [0x2000, 0x206f],
    [0x3000, 0x303f],
    [0xff00, 0xffef],
    [0x0300, 0x0310],
    [0x00a0, 0x017f],
    [0x2160, 0x217f],
    [0xd83c, 0xdfff],
    [0x0600, 0x06ff],
    [0xac00, 0xac20],
  ] as const;
  for (let round = 0; round < 20_000; round += 1) {
    const units = Array.from({ length: random.between(0, 8) }, () => {
      const [from, to] = random.pick(ranges);
      return random.between(from, to);
    });
    const text = String.fromCharCode(...units);
    expect([units, normalise(text)]).toEqual([units, normaliseWithOrigins(text).text]);
  }
});
