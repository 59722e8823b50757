import { expect, test } from 'vitest';
import { inspectCsv, readCsv } from '../../../src/markdown/csv-table.ts';

test('reads what Excel saves: BOM, CRLF, quoted commas, empty lines', () => {
  expect(readCsv('\uFEFF地区,用电\r\n\r\n"甲市,城区", 3 \r\n')).toEqual([
    ['地区', '用电'],
    ['甲市,城区', '3'],
  ]);
});

const file = 'content/articles/2026/20260301-a/data.csv';

test.for([
  ['地区,用电\n甲市,3\n', []],
  ['规格,数量\n3"管,5\n', []],
  [
    '地区,用电\n',
    [
      {
        file,
        message: '表格文件里没有内容。',
        fix: '第一行写表头，下面每行一条，各格之间用英文逗号分开。',
      },
    ],
  ],
  [
    '地区,用电\n"甲市,3\n',
    [
      {
        file,
        message: '表格文件里有一格以英文引号「"」开头，后面没有另一半。',
        fix: '补上另一半引号，或者改用中文引号“ ”。',
      },
    ],
  ],
] as const)('inspects %j', ([text, issues]) => {
  expect(inspectCsv(text, file)).toEqual(issues);
});
