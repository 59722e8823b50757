import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

const evenFix = (first: string, second: string): string =>
  `写成表格，每格之间用「|」：第一行「${first}」，第二行「${second}」，下面每行一条。`;
const unsureFix = (first: string): string =>
  `写成「${first}」这样的表格，第一行是表头，第二行是「| --- |」，每行的格数要一样，空的格也要留着；或者另存成 CSV 文件，用 .mdx 稿件的 <CsvTable> 组件。`;

test.for([
  [
    '指标\t单位\t本月\n能源\t\t\n电力\t度\t12',
    '1 从这一行起的 3 行像是从 Excel 粘贴来的，各格会连在一起。',
    evenFix('| 指标 | 单位 | 本月 |', '| --- | --- | --- |'),
    '| 指标 | 单位 | 本月 |\n| --- | --- | --- |\n| 能源 |  |  |\n| 电力 | 度 | 12 |',
  ],
  [
    '甲\t乙\n1\t2\n\t\n3\t4\n \t \n正文。',
    '1 从这一行起的 3 行像是从 Excel 粘贴来的，各格会连在一起。',
    evenFix('| 甲 | 乙 |', '| --- | --- |'),
    '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n \t \n正文。',
  ],
  [
    '单位\t科目\t\n\t人员\t公用\n甲局\t1\t2',
    '1 从这一行起的 3 行像是从 Excel 粘贴来的，各格会连在一起。',
    evenFix('| 单位 | 科目 | |', '| --- | --- | --- |'),
    '| 单位 | 科目 |  |\n| --- | --- | --- |\n|  | 人员 | 公用 |\n| 甲局 | 1 | 2 |',
  ],
  [
    '说明：\n甲\t乙\n"一\n二"\t"三""四"""\n三、问题',
    '2 从这一行起的 2 行像是从 Excel 粘贴来的，各格会连在一起。',
    evenFix('| 甲 | 乙 |', '| --- | --- |'),
    '说明：\n| 甲 | 乙 |\n| --- | --- |\n| 一<br>二 | 三"四" |\n三、问题',
  ],
  [
    '序号\t单位\n1、\t甲\n2、\t乙',
    '1 从这一行起的 3 行像是从 Excel 粘贴来的，各格会连在一起。',
    evenFix('| 序号 | 单位 |', '| --- | --- |'),
    '| 序号 | 单位 |\n| --- | --- |\n| 1、 | 甲 |\n| 2、 | 乙 |',
  ],
  [
    '等级\t说明\nn\t合格\nu\t优秀',
    '1 从这一行起的 3 行像是从 Excel 粘贴来的，各格会连在一起。',
    evenFix('| 等级 | 说明 |', '| --- | --- |'),
    '| 等级 | 说明 |\n| --- | --- |\n| n | 合格 |\n| u | 优秀 |',
  ],
  [
    '类别\t"双碳"目标\t"十五五"\n甲\t5\t6',
    '1 从这一行起的 2 行像是从 Excel 粘贴来的，各格会连在一起。',
    evenFix('| 类别 | "双碳"目标 | "十五五" |', '| --- | --- | --- |'),
    '| 类别 | "双碳"目标 | "十五五" |\n| --- | --- | --- |\n| 甲 | 5 | 6 |',
  ],
] as const)('%j becomes a table, its first line the header', ([body, problem, fix, right]) => {
  expect(bodyReport(body).issues).toEqual([`${problem} → ${fix}`]);
  expect(mendedBody(body)).toBe(right);
  expect(bodyReport(right).issues).toEqual([]);
});

test.for([
  ['2026年统计表\t\t\n甲\t乙\t丙\n1\t2\t3', '| 2026年统计表 | | |'],
  ['甲\t乙\t丙\n1\t2', '| 甲 | 乙 | 丙 |'],
  ['一、\t收入\t100\n二、\t支出\t80', '| 一、 | 收入 | 100 |'],
  ['姓名\t职务\n张三\t科长\n备注：\t无', '| 姓名 | 职务 |'],
  ['1\t收入\t100\n2\t支出\t80', '| 1 | 收入 | 100 |'],
  ['1\t100\n2\t80', '| 1 | 100 |'],
  ['甲\t乙\n"一\n二"\t"三"', '| 甲 | 乙 |'],
  ['甲\t乙\\\n1\t2', '| 甲 | 乙\\ |'],
  ['序号\t单位\n1.\t甲\n2.\t乙', '| 序号 | 单位 |'],
  ['l\t甲\t乙\nl\t丙\t丁', '| l | 甲 | 乙 |'],
  ['附件\t名称\n附件1\t甲', '| 附件 | 名称 |'],
  ['型号\t名称\nn\t甲\nn\t乙', '| 型号 | 名称 |'],
] as const)('of %j no table is made where one could be wrong', ([body, first]) => {
  const { issues, mended } = bodyReport(body);
  const message = /从这一行起的 \d 行像是从 Excel 粘贴来的，各格会连在一起。 → /;
  expect(issues.map((issue) => issue.split(message)[1])).toEqual([unsureFix(first)]);
  expect(mended).toBe(body);
});

test.for(['A\t甲\nB\t乙', 'A\tB\nC\tD', 'm\tn\n1\t2'])(
  '%j, a table whose first column holds letters, stays one',
  (body) => {
    expect(mendedBody(body).split('\n')[1]).toBe('| --- | --- |');
  },
);

test('a cell with a line break keeps it in the table', async () => {
  const html = await renderMarkdown(
    mendedBody('甲\t乙\n"一\n二"\t3\n三、问题'),
    aBodyContext(nothingKnown),
  );
  expect(html).toContain('>一<br>\n二</td>');
  expect(html).toMatch(/<\/table>.*<p>三、问题<\/p>$/s);
});

test.for([
  ['一、\t总则\n二、\t分则', 2],
  ['●\t抓制度\n\t抓宣传\n·\t抓落实', 3],
  ['1．\t甲\n（一）\t乙\n第一条\t丙\n1.1\t丁', 4],
  ['时间：\t12月3日\n地点：\t一号会议室', 2],
  ['附件：1.\t申报表\n\t2.\t汇总表', 2],
  ['附件：\t1.\t申报表\n\t2.\t汇总表', 2],
  ['附件1\t关于甲的报告\n附件2\t关于乙的报告', 2],
  ['附件2-1\t甲\n附件2-2\t乙', 2],
  ['附表一\t收支\n附 件 3\t说明\n附录A\t名单', 3],
  ['I.\t甲\nII.\t乙\nIII.\t丙', 3],
  ['Ⅰ\t甲\nⅡ．\t乙', 2],
  ['(1)\t甲\n(a)\t乙\n(ii)\t丙', 3],
  ['1\t甲\n2\t乙\n3\t丙', 3],
  ['01\t甲\n02\t乙', 2],
  ['１\t甲\n２\t乙', 2],
  ['１．\t甲\n（２）\t乙\n1．1\t丙', 3],
  ['九\t甲\n十\t乙\n十一\t丙', 3],
  ['第一部分\t甲\n第二部分\t乙', 2],
  ['»\t甲\n--\t乙\n〇\t丙', 3],
  ['•\t甲', 1],
  ['正文。\t\n下一段。\t', 2],
] as const)('%j is text, a paragraph a line', async ([body, count]) => {
  expect(bodyReport(body).issues).toEqual([]);
  const html = await renderMarkdown(body, aBodyContext(nothingKnown));
  expect(html.match(/<p>[^<]+<\/p>/g)).toHaveLength(count);
});

/** Body, line and rows that are named, the row with the cell, and the body as the remedy makes it. */
test.for([
  [
    '岗位\t专业\n甲\t电气工程、\n电力系统\n二、报名',
    '1 从这一行起的 2 行',
    '| 甲 | 电气工程、<br>电力系统 |',
    '| 岗位 | 专业 |\n| --- | --- |\n| 甲 | 电气工程、<br>电力系统 |\n二、报名',
  ],
  [
    '品名\t说明\n桌\t名称：桌子\n颜色深\n椅\t木\n下一段。',
    '1 从这一行起的 3 行',
    '| 桌 | 名称：桌子<br>颜色深 |',
    '| 品名 | 说明 |\n| --- | --- |\n| 桌 | 名称：桌子<br>颜色深 |\n| 椅 | 木 |\n下一段。',
  ],
  [
    '品名\t说明\n桌\t名称：桌子\n颜色：深\n椅\t木',
    '1 从这一行起的 3 行',
    '| 桌 | 名称：桌子<br>颜色：深 |',
    '| 品名 | 说明 |\n| --- | --- |\n| 桌 | 名称：桌子<br>颜色：深 |\n| 椅 | 木 |',
  ],
  [
    '单位\t批次\n甲局\t第一批\n第二批\n乙局\t第三批\n\n完。',
    '1 从这一行起的 3 行',
    '| 甲局 | 第一批<br>第二批 |',
    '| 单位 | 批次 |\n| --- | --- |\n| 甲局 | 第一批<br>第二批 |\n| 乙局 | 第三批 |\n\n完。',
  ],
  [
    '品名\t说明\n备注\n桌\t木',
    '1 从这一行起的 2 行',
    '| 品名 | 说明<br>备注 |',
    '| 品名 | 说明<br>备注 |\n| --- | --- |\n| 桌 | 木 |',
  ],
] as const)(
  'of %j, a cell of Word with two lines, nothing is torn away',
  ([body, rows, row, right]) => {
    const { issues, mended } = bodyReport(body);
    expect(mended).toBe(body);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.startsWith(`${rows}像是从 Excel 粘贴来的`)).toBe(true);
    expect(
      issues[0]?.endsWith(
        `如果也在上一行的最后一格里，用「<br>」接起来：「${row}」；如果不是表格里的，它的上面空一行。`,
      ),
    ).toBe(true);
    expect(bodyReport(right).issues).toEqual([]);
    const below = row.slice(row.indexOf('<br>') + '<br>'.length, row.lastIndexOf(' |'));
    const parted = body.replace(`\n${below}`, `\n\n${below}`);
    expect(bodyReport(mendedBody(parted)).issues).toEqual([]);
  },
);

test.for([
  '甲\t乙\n1\t2\n二、联系方式\n联系人\t李若谷',
  '甲\t乙\n1\t2\n附件：联系方式\n联系人：李若谷\t电话：0000-1234567',
])('a row below the heading of %j is no part of the table above', (body) => {
  expect(bodyReport(body).issues).toHaveLength(1);
  expect(bodyReport(mendedBody(body)).issues).toEqual([]);
});

test.for([
  '甲\t乙\n1\t2\n二、先进个人\n丙\t丁\n3\t4',
  '甲\t乙\n1\t2\n表2 收支情况\n丙\t丁\n3\t4',
  '甲\t乙\n1\t2\n下面是第二张表。\n丙\t丁\n3\t4',
])('the two tables of %j stay two', (body) => {
  expect(bodyReport(body).issues).toHaveLength(2);
  expect(bodyReport(mendedBody(body)).issues).toEqual([]);
  expect(mendedBody(body).match(/^\| --- \| --- \|$/gm)).toHaveLength(2);
});
