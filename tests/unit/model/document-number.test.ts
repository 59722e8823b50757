import { describe, expect, it } from 'vitest';
import {
  byNumber,
  numberFault,
  numberKey,
  readNumber,
} from '../../../src/model/document-number.ts';
import { seededRandom } from '../../support/random.ts';

const CODES = ['示机管发', '国办发', '示政办函', '中办发', '示机管规', '国办发明电', '示委办字'];
const TRIES = 500;

/** Numbers as they should be. */
function rightNumbers(): string[] {
  const random = seededRandom(16);
  return Array.from({ length: TRIES }, () => {
    const year = random.between(1949, 2099);
    return `${random.pick(CODES)}〔${year}〕${random.between(1, 9999)}号`;
  });
}

describe('what is right is never reported:', () => {
  it(`${TRIES} numbers of the regular form`, () => {
    expect(rightNumbers().filter((number) => numberFault(number))).toEqual([]);
  });

  it.each([
    '第12号公告',
    '示例自治区机关事务管理局公告2026年第5号',
    '示例自治区机关事务管理局公告〔2026〕第5号',
    '公告〔2025〕1号',
    '2026年第12号',
    '示例自治区人民政府令第12号',
    '中华人民共和国国务院令第711号',
    '国务院令第七一一号',
    '主席令第三十四号',
    '关于停止办公的通告（第3号）',
  ])('%s', (number) => {
    expect(numberFault(number)).toBeUndefined();
  });
});

describe('each wrong form is given the right one, which passes:', () => {
  const wrong: [string, (code: string, year: string, serial: string) => string, boolean][] = [
    ['square brackets', (code, year, serial) => `${code}[${year}]${serial}号`, false],
    ['round brackets', (code, year, serial) => `${code}(${year})${serial}号`, false],
    ['wide round brackets', (code, year, serial) => `${code}（${year}）${serial}号`, false],
    ['black brackets', (code, year, serial) => `${code}【${year}】${serial}号`, false],
    ['brackets of two kinds', (code, year, serial) => `${code}〔${year}]${serial}号`, false],
    ['a number without 号', (code, year, serial) => `${code}〔${year}〕${serial}`, false],
    ['年 within', (code, year, serial) => `${code}〔${year}年〕${serial}号`, false],
    ['no brackets', (code, year, serial) => `${code}${year}年${serial}号`, false],
    ['a space', (code, year, serial) => `${code}〔${year}〕 ${serial}号`, false],
    ['第', (code, year, serial) => `${code}〔${year}〕第${serial}号`, true],
    ['a zero', (code, year, serial) => `${code}〔${year}〕0${serial}号`, true],
    ['all of it', (code, year, serial) => `${code} [${year}] 第0${serial}`, false],
  ];

  it.each(wrong)('%s', (_, write, mayBePrinted) => {
    for (const number of rightNumbers().slice(0, 50)) {
      const [, code = '', year = '', serial = ''] = /^(.+)〔(\d+)〕(\d+)号$/.exec(number) ?? [];
      const written = write(code, year, serial);
      expect(numberFault(written), written).toMatchObject({ becomes: number, mayBePrinted });
      expect(numberFault(number)).toBeUndefined();
      expect(numberKey(written)).toBe(numberKey(number));
    }
  });

  it.each([
    ['示机管发〔26〕12号', '示机管发〔2026〕12号', '年份「26」要写全'],
    ['示政发〔98〕3号', '示政发〔1998〕3号', '年份「98」要写全'],
    ['示机管发〔２０２６〕１２号', '示机管发〔2026〕12号', '数字要用半角的'],
    ['示机管发[2026]12号', '示机管发〔2026〕12号', '年份用了「[]」，要用六角括号「〔〕」'],
    ['示机管发〔2026〕012号', '示机管发〔2026〕12号', '序号「012」前面不加 0'],
  ])('%s', (written, becomes, what) => {
    expect(numberFault(written)).toMatchObject({ becomes, what });
  });

  it.each(['十二', '12', '示机管发', '示机管发〔2026〕12号-1', '示机管发〔2026〕0号', '〔2026〕'])(
    '%s has none, and is reported all the same',
    (written) => {
      expect(numberFault(written)).toMatchObject({ becomes: '' });
    },
  );
});

it('is read in its parts, and sorted by them', () => {
  expect(readNumber('示机管发〔2026〕12号')).toEqual({ code: '示机管发', year: 2026, serial: 12 });
  const sorted = ['乙发〔2026〕1号', '甲发〔2026〕12号', '甲发〔2026〕3号', '甲发〔2025〕40号'];
  const mixed = [undefined, '第3号公告', ...sorted];
  const order = mixed.toSorted(byNumber);
  expect(order).toEqual([
    '乙发〔2026〕1号',
    '甲发〔2025〕40号',
    '甲发〔2026〕3号',
    '甲发〔2026〕12号',
    '第3号公告',
    undefined,
  ]);
});
