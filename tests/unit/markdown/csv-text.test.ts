import { expect, test } from 'vitest';
import { decodeCsv } from '../../../src/markdown/csv-text.ts';
import { anExcelFile, aWordFile } from '../../support/office-files.ts';
import { big5, gbk, utf16, workbook } from './csv-files.ts';

const text = '地区,用电\n甲市,3\n';

test.for([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['GBK, as Excel writes it', gbk(text.replaceAll('\n', '\r\n'))],
  ['UTF-16, as Excel writes it', utf16(text)],
  ['UTF-16 of the other order', utf16(text, { bigEndian: true })],
  ['UTF-16 without a mark', utf16(text, { mark: false })],
  ['UTF-16 of the other order without a mark', utf16(text, { mark: false, bigEndian: true })],
] as const)('decodes %s', ([, bytes]) => {
  expect(decodeCsv(bytes)).toEqual({ text });
});

test('decodes a rare name in GB18030 among common characters', () => {
  const name = Buffer.from([0x81, 0x39, 0xee, 0x39]); // 㐀, of four bytes
  const bytes = Buffer.concat([gbk('姓名,单位名称全称\n张'), name, gbk(',示例自治区机关事务局\n')]);
  expect(decodeCsv(bytes)).toEqual({ text: '姓名,单位名称全称\n张㐀,示例自治区机关事务局\n' });
});

const ENCODING = {
  message: '看不出表格文件里的文字是什么编码。',
  fix: '用记事本打开它：看到的字都是对的，就选“文件 → 另存为”，编码选“UTF-8”；看到的是乱码，不要保存，请提供的人重新发一份。',
};
const SAVE =
  '用 Excel 或 WPS 打开，「另存为」选「CSV UTF-8（逗号分隔）」，用存好的文件换下这一个。';

test.for([
  ['Big5', big5('地區,用電\n臺北市,三千二百\n'), ENCODING],
  ['UTF-8 cut within a character', Buffer.from(text).subarray(0, -5), ENCODING],
  ['UTF-8 and GBK in one file', Buffer.concat([Buffer.from(text), gbk(text)]), ENCODING],
  ['UTF-16 of an odd length', utf16(text).subarray(0, -1), ENCODING],
  ['bytes of no text', Buffer.from([1, 0, 0, 0, 0xd8, 0, 0, 0]), ENCODING],
  [
    'a workbook',
    workbook,
    {
      message: '表格文件其实是 Excel 工作簿，只是改了扩展名。',
      fix: `把扩展名改成 .xlsx，再${SAVE}`,
    },
  ],
  [
    'an old workbook',
    Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
    {
      message: '表格文件其实是旧版的 Excel 或 WPS 表格，只是改了扩展名。',
      fix: `把扩展名改成 .xls，再${SAVE}`,
    },
  ],
  [
    'a web page',
    Buffer.from('\uFEFF\n<table><tr><td>1</td></tr></table>'),
    {
      message: '表格文件其实是网页或 XML 文件，只是改了扩展名。',
      fix: `把扩展名改成 .xls，再${SAVE}`,
    },
  ],
  [
    'a Word file',
    aWordFile(['正文']),
    {
      message: '表格文件其实是压缩文件或者别的办公文件，只是改了扩展名。',
      fix: `换成真正的表格：把原来的表格${SAVE}`,
    },
  ],
] as const)('tells %s', ([, bytes, problem]) => {
  expect(decodeCsv(bytes)).toEqual({ problem });
});

test('a workbook is told before its size is', () => {
  const large = anExcelFile([['字'.repeat(800_000)]]);
  expect(decodeCsv(large)).toMatchObject({
    problem: { message: expect.stringContaining('Excel 工作簿') },
  });
});
