/** Tables of Word files whose cells are merged: each cell once where it can be, and a word about what cannot. */
import { expect, it } from 'vitest';
import { bodyOf, saidOf } from '../../support/imported-word.ts';
import { p, table, TITLE } from '../../support/word-files.ts';

const across = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const BEGINS = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';

interface Case {
  name: string;
  rows: string[][];
  /** By `row,cell`. */
  merged: Record<string, string>;
  body: string;
  said: string[];
}

const FORM_NOTICE =
  '1这是一张填写用的表，每一行的格子不一样，网页上排不成表格：一行写成了一段，每格写一次，后面空着要填的格子写成“：”，请核对。要给读者下载填写的，把原来的 Word 文件放到附件里。';

const CASES: Case[] = [
  {
    name: 'a header of two rows is one; paragraphs in a cell are lines, bars are text',
    rows: [
      ['单位', '预算（万元）', '备注'],
      ['', '年初数', '调整数', ''],
      ['办公室', '1', '2', p('含|竖线') + p('第二行')],
    ],
    merged: { '0,0': BEGINS, '1,0': GOES_ON, '0,1': across(2) },
    body: '| 单位 | 预算（万元）<br>年初数 | 预算（万元）<br>调整数 | 备注 |\n| - | - | - | - |\n| 办公室 | 1 | 2 | 含\\|竖线<br>第二行 |',
    said: ['1表头有 2 行，已经合成一行，请核对。'],
  },
  {
    name: 'a row is named in each line, what it names over two columns once',
    rows: [
      ['科室', '事项', '天数'],
      ['综合科', '登记', '1'],
      ['', '核发', '2'],
      ['合计', '3'],
    ],
    merged: { '1,0': BEGINS, '2,0': GOES_ON, '3,0': across(2) },
    body: '| 科室 | 事项 | 天数 |\n| - | - | - |\n| 综合科 | 登记 | 1 |\n| 综合科 | 核发 | 2 |\n| 合计 | | 3 |',
    said: [
      '1表格里合并的单元格已拆开，“综合科”在拆开的每一格里都写了一遍，请核对，不要重复的删掉。',
    ],
  },
  {
    name: 'a title and a note over the whole width are paragraphs',
    rows: [['2026年车辆情况'], ['类别', '数量'], ['轿车', '3'], ['注：截至6月底。']],
    merged: { '0,0': across(2), '3,0': across(2) },
    body: '2026年车辆情况\n\n| 类别 | 数量 |\n| - | - |\n| 轿车 | 3 |\n\n注：截至6月底。',
    said: [
      '1表格上面横跨整行的一格，作为段落放在了表格上面，请核对。',
      '7表格下面横跨整行的一格，作为段落放在了表格下面，请核对。',
    ],
  },
  {
    name: 'columns that no row parts are one, and nothing needs to be said',
    rows: [
      ['类别', '数量'],
      ['轿车', '3'],
    ],
    merged: { '0,0': across(5), '1,0': across(5), '0,1': across(7), '1,1': across(7) },
    body: '| 类别 | 数量 |\n| - | - |\n| 轿车 | 3 |',
    said: [],
  },
  {
    name: 'a form has each cell once, a row a paragraph',
    rows: [
      ['姓名', '', '性别', '', '照片'],
      ['身份证件号码', '', '', '', ''],
      ['工作单位', '示例局', ''],
      ['职务', '', '联系电话：', ''],
      ['本人承诺以上内容属实。'],
    ],
    merged: {
      '0,0': across(2),
      '0,1': across(3),
      '0,3': across(2),
      '0,4': BEGINS,
      '1,0': across(4),
      '1,2': across(2),
      '1,4': GOES_ON,
      '2,0': across(3),
      '2,1': across(5),
      '2,2': GOES_ON,
      '3,0': across(1),
      '3,1': across(4),
      '3,2': across(2),
      '3,3': across(2),
      '4,0': across(9),
    },
    body: '姓名：\u3000性别：\u3000照片\n\n身份证件号码：\n\n工作单位\u3000示例局\n\n职务：\u3000联系电话：\n\n本人承诺以上内容属实。',
    said: [FORM_NOTICE],
  },
  {
    name: 'what reaches over two columns of a table belongs to both, and is no form',
    rows: [
      ['时段', '周一', '周二'],
      ['上午', '窗口办理'],
      ['下午', '窗口办理', '上门服务'],
      ['晚上', '不办理', '值班'],
    ],
    merged: { '1,1': across(2) },
    body: '| 时段 | 周一 | 周二 |\n| - | - | - |\n| 上午 | 窗口办理 | 窗口办理 |\n| 下午 | 窗口办理 | 上门服务 |\n| 晚上 | 不办理 | 值班 |',
    said: [
      '1表格里合并的单元格已拆开，“窗口办理”在拆开的每一格里都写了一遍，请核对，不要重复的删掉。',
    ],
  },
  {
    name: 'a table that is too wide for a phone is told of',
    rows: [
      ['月', '一', '二', '三', '四', '五', '六', '七', '八'],
      ['台', '1', '2', '3', '4', '5', '6', '7', '8'],
    ],
    merged: {},
    body: '| 月 | 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 |\n| - | - | - | - | - | - | - | - | - |\n| 台 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |',
    said: ['1这张表格有 9 列，手机上很难看，请拆成几张，或者把原来的文件作为附件、这里只写要点。'],
  },
];

it.each(CASES)('$name', async ({ rows, merged, body, said }) => {
  const parts = { body: TITLE + table(rows, merged) };
  expect(await bodyOf(parts)).toBe(`${body}\n`);
  expect(await saidOf(parts)).toEqual(said);
});
