/** Tables of contents with page numbers, and tables that look like them. */
import { expect, test } from 'vitest';
import { shortened } from '../../../src/model/shortened.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

test.for([
  ['目  录\n总则\t1\n分则\t3', 2, 2],
  ['目录\n\n一、总则\t1\n二、附则……\t12\n\n正文。', 3, 2],
  ['## 目 次\n\n前言\tII\n总则\t- 1 -', 3, 2],
  ['第一章 总则........1\n第二章 附则........12', 1, 2],
  ['第一章 总则………………5\n\n附件1………………1', 1, 2],
  ['前言......1\n工作情况 · · · · · 3', 1, 2],
  ['正文。\n\n1.1 范围．．．．．．．．4', 3, 1],
  ['目录\n甲类......9\n乙类\t2', 2, 2],
  ['**目录**\n\n1. 总则\t1\n2. 附则\t3', 3, 2],
  ['目录\n一、总则 1\n二、附则 3', 2, 2],
  ['目录\n第一章 总则\t第1页\n第二章 附则\t第2页', 2, 2],
  ['目录\n一、总则\t1-3\n二、附则\t4—6', 2, 2],
  [`一、总则${'.'.repeat(300)}1\n二、附则.......1`, 1, 2],
] as const)('%j is named, and without its numbers in order', ([body, line, count]) => {
  const { issues, mended } = bodyReport(body);
  const first = shortened(body.split('\n')[line - 1] ?? '');
  const rows = count === 1 ? '这一行' : `从这一行起的 ${count} 行`;
  const fix =
    count === 1
      ? '删掉这一行；要留下，把标题后面的点线、空白和页码删掉。'
      : '删掉这几行；要留下目录，把每行标题后面的点线、空白和页码删掉。';
  expect(issues).toEqual([
    `${line} ${rows}是带页码的目录（「${first}」），网页没有页码，末尾的数字没有意义。 → ${fix}`,
  ]);
  expect(mended).toBe(body);
  expect(bodyReport(withoutPages(body)).issues).toEqual([]);
});

const withoutPages = (body: string): string =>
  body.replaceAll(/[\t .．·…]+[-第]? ?[\dI—-]+(?: -|页)?$/gm, '');

test.for([
  '一、总则\t1\n二、附则\t3',
  '第一章\t总则\t1\n第二章\t附则\t12',
  '1. 总则\t1\n2. 附则\t3',
])('%j is asked: contents or a table', (body) => {
  const { issues, mended } = bodyReport(body);
  expect(issues).toHaveLength(1);
  const first = body.split('\n')[0] ?? '';
  const table = `| ${first.split('\t').join(' | ')} |`;
  expect(issues[0]).toBe(
    `1 从这一行起的 2 行像是带页码的目录（「${shortened(first)}」），网页没有页码，末尾的数字没有意义。 → 是目录，删掉这几行；要留下目录，把每行标题后面的点线、空白和页码删掉；是表格，写成「${table}」这样的形式，第一行是表头，第二行是「| --- |」，每行的格数要一样。`,
  );
  expect(mended).toBe(body);
  expect(bodyReport(withoutPages(body)).issues).toEqual([]);
  const dashes = table.replaceAll(/[^|]+/g, ' --- ');
  expect(bodyReport([table, dashes, table].join('\n')).issues).toEqual([]);
});

test.for([
  '单位\t数量\n甲局\t3\n乙局\t1',
  '单位\t数量\n甲局\t1\n乙局\t3',
  '科目\t金额\n一、收入\t100\n二、支出\t200',
  '甲局\t1\n乙局\t3',
  '5月\t100\n6月\t120',
])('%j becomes a table', (body) => {
  expect(mendedBody(body).split('\n')[1]).toBe('| --- | --- |');
});

test('numbered rows whose amounts do not ascend are a table, made by hand', () => {
  expect(bodyReport('一、收入\t100\n二、支出\t80').issues[0]).toMatch(
    /^1 从这一行起的 2 行像是从 Excel/,
  );
});

test.for([
  '他说……3',
  '联系电话……0999',
  '请填写得分：________5',
  '目录\n\n正文从这里开始。',
  '目录\n\n单位总数 8',
  '一、收入 100\n二、支出 200',
  '馒头………1元\n面条………8元',
  '统计截至2026. 1. 1\n统计截至2026. 12. 31',
])('%j is no table of contents', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});
