import { expect, test } from 'vitest';
import { inspectCsv } from '../../../src/markdown/csv-table.ts';

const file = 'content/articles/2026/20260301-a/data.csv';

const FORM = '第一行写表头，下面每行一条，各格之间用英文逗号分开。';
const OPEN = '补上另一半引号，或者改用中文引号“ ”。';
const LARGE = '页面上只放主要的几列几行，另存成一个小的表格；完整的表格做成附件。';

test.for([
  ['', undefined, '表格文件是空的。', FORM],
  ['\uFEFF \r\n,,\r\n', undefined, '表格文件是空的。', FORM],
  ['地区,用电\n', undefined, '表格文件里没有内容。', FORM],
  ['sep=,\n地区,用电\n', undefined, '表格文件里没有内容。', FORM],
  ['地区,用电\n"甲市,3\n', 2, '表格文件里有一格以英文引号「"」开头，后面没有另一半。', OPEN],
  [
    '地区,用电\n"甲"市,3\n',
    2,
    '表格文件里有一格以英文引号「"」开头，引号合上以后还有字。',
    '引号也要显示的，改用中文引号“ ”；不要显示的，删掉这一对引号。',
  ],
  [
    '地区,用电\n甲市,"3\n乙市,"\n丙市,5\n',
    2,
    '表格文件里有一格以英文引号「"」开头，后面没有另一半，下面的行都算进了这一格。',
    OPEN,
  ],
  [
    '地区,用电\n"甲市,3\n乙市,4"\n丙市,5\n',
    2,
    '表格文件里有一格以英文引号「"」开头，后面没有另一半，下面的行都算进了这一格。',
    OPEN,
  ],
  [
    '地区,用电\n甲市,1,234\n',
    2,
    '表头只有 2 格，这一行有 3 格：「甲市,1,234」。',
    '第一行要写全各列的名称。如果某一格里本来就有「,」，给这一格加上英文双引号，例如 "1,234"。',
  ],
  [
    '2025年用电情况\n\n地区,用电\n甲市,3\n',
    1,
    '表格的第一行只有一格「2025年用电情况」，第 3 行却有 2 格。',
    '第一行写各列的名称；表格的名称写在稿件的 caption="…" 里。如果那些「,」是格子里的字，给每一格加上英文双引号。',
  ],
  [
    '地区,用电\n甲市，3\n',
    2,
    '表头的各格用「,」分开，这一行却好像用「，」：「甲市，3」。',
    '这一行也用「,」分开。如果「，」是格子里的字，给这一格加上英文双引号。',
  ],
  [
    '地区，用电\n甲市,3\n',
    2,
    '表头的各格用「，」分开，这一行却好像用「,」：「甲市,3」。',
    '这一行也用「，」分开。如果「,」是格子里的字，给这一格加上英文双引号。',
  ],
  [
    '甲;乙,丙\n1;2,3\n',
    1,
    '看不出表格的各格是用「,」还是「;」分开的。',
    '在文件最前面加一行 sep=, 或 sep=;，写明是哪一个；这一行不会显示。',
  ],
  [
    '甲\t乙,丙\n1\t2,3\n',
    1,
    '看不出表格的各格是用「,」还是制表符（Tab）分开的。',
    '在文件最前面加一行 sep=, 或 sep=\t，写明是哪一个；这一行不会显示。',
  ],
  [
    `甲,乙\n${'1,2\n'.repeat(30_000)}`,
    undefined,
    '表格超过 50000 格，手机上打不开这样的页面。',
    LARGE,
  ],
  [
    '一'.repeat(700_000),
    undefined,
    '表格文件有 2.1 MB，超过 2 MB 的上限，网页上没有人看得完。',
    LARGE,
  ],
] as const)('reports %#', ([text, line, message, fix]) => {
  const problem = line === undefined ? { message, fix } : { line, message, fix };
  expect(inspectCsv(Buffer.from(text), file)).toMatchObject([{ file, ...problem }]);
});

test.for([
  ['an open quotation mark closed', '地区,用电\n"甲市",3\n'],
  ['Chinese quotation marks', '地区,用电\n“甲市,3\n“甲”市,4\n'],
  ['a cell in quotation marks', '地区,用电\n甲市,"1,234"\n'],
  ['a whole header', '地区,用电,备注\n甲市,1,234\n'],
  ['one separator throughout', '地区,用电\n甲市,3\n'],
  ['a note in quotation marks', '地区,用电\n甲市,3\n"注：初步数，待核"\n'],
  ['sentences in quotation marks', '名单\n"张三, 李四"\n'],
  ['a sep= line with a comma', 'sep=,\n甲;乙,丙\n1;2,3\n'],
  ['a sep= line with a semicolon', 'sep=;\n甲;乙,丙\n1;2,3\n'],
  ['a sep= line with a tab', 'sep=\t\n甲\t乙,丙\n1\t2,3\n'],
])('a remedy is right: %s', ([, text]) => {
  expect(inspectCsv(Buffer.from(String(text)), file)).toEqual([]);
});

test('names five rows of a table in which all are wrong', () => {
  const issues = inspectCsv(Buffer.from(`甲,乙\n${'1,2,3\n'.repeat(40)}`), file);
  expect(issues.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
});
