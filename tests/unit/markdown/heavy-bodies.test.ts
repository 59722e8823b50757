/** What the parser reads in the square of its length is refused before it is read, with its line; what staff write is not. */
import { expect, test } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';

const nested = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}甲${close.repeat(depth)}`;
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const row = (cell: string, columns: number): string => `${`|${cell}`.repeat(columns)}|`;
const table = (columns: number, rows: number): string =>
  [row('甲', columns), row('-', columns), ...Array.from({ length: rows }, () => '|乙|')].join('\n');

const NESTED = '这里的方括号一层套一层，超过 30 层，读不了。';
const DEEP = '这里的引用或者列表一层套一层，超过 30 层，读不了。';
const LAZY = '这一行的上面有列表或者引用，它的后面有几千行连着，中间没有空行，读不了。';
const STEPS = '正文到这一行，行首的「>」和空格已经太多，读不了。';
const SIGNS = '个符号，太多了，读不了（最多 100000 个）。';
const LONGEST = Array.from({ length: 50 }, (_, length) => `${'`'.repeat(length + 1)}甲`).join('');

test.each([
  ['pictures in one another', nested('![', '](x)', 31), 3, NESTED],
  ['very many pictures in one another', nested('![', '](x)', 5_000), 3, NESTED],
  ['links in one another', nested('[', '](x)', 5_000), 3, NESTED],
  ['references in one another', nested('![', '][a]', 500), 3, NESTED],
  ['pictures of Chinese signs in one another', nested('！【', '】（x）', 5_000), 3, NESTED],
  ['quotations and lists by turns', `${'> - '.repeat(500)}甲`, 3, DEEP],
  ['numbers and quotations by turns', `${'1. > '.repeat(500)}甲`, 3, DEEP],
  ['a list in which a quotation is', `- ${'>'.repeat(3_000)}甲`, 3, DEEP],
  ['a note in which a quotation is', `[^1]: ${'>'.repeat(3_000)}甲`, 3, DEEP],
  ['many items on a line', lines(700, () => '- - - - - 甲'), 603, '已经超过 3000 个列表项'],
  ['many quotations', '> 甲\n\n'.repeat(2_000), 3_003, '已经超过 1500 段引用'],
  ['lines behind an item', `- 甲\n${'乙\n'.repeat(15_000)}`, 4_004, LAZY],
  ['lines behind deep quotations', `${'>'.repeat(29)} 甲\n${'乙\n'.repeat(2_000)}`, 746, LAZY],
  ['deep quotations', lines(2_000, () => `${'>'.repeat(29)} 甲`), 1_382, STEPS],
  [
    'deep paragraphs of an item',
    `- 甲\n\n${`${' '.repeat(50)}乙\n\n`.repeat(5_000)}`,
    3_205,
    STEPS,
  ],
  ['columns', table(301, 1), 4, '这里的表格有 301 列，读不了（最多 300 列）。'],
  ['empty cells', table(300, 300), 204, '这里的表格格子太多，读不了（最多 60000 格）。'],
  ['titles of links', '[甲](b (\n'.repeat(2_000), 3, '没有写完的链接标题'],
  ['lengths of code', `${LONGEST}${'文'.repeat(500_000)}`, 3, '50 种长短不同的「`」'],
  ['signs behind an address', `http://a.cn/${')'.repeat(30_000)}`, 3, '网址，又有一长串标点'],
  ['closing brackets', ']'.repeat(9_000), 3, '这一段里有 9000 个「]」，太密了，读不了。'],
  [
    'an address that is used again and again',
    `[甲]: ${'x'.repeat(15_000)}\n\n${'[甲] '.repeat(3_000)}`,
    3,
    '这里写的网址很长，正文里又有 3001 个「[」',
  ],
  ['addresses', '甲@a.cn '.repeat(20_001), 1, '个网址和「@」，太多了，读不了（最多 20000 个）。'],
  ['backslashes', '\\'.repeat(100_001), 1, SIGNS],
  ['entities', '&amp;'.repeat(50_001), 1, '50001 个「&」，太多了，读不了（最多 50000 个）。'],
  ['blank lines', `甲${'\n'.repeat(100_001)}乙`, 1, '行（包括空行），太多了，读不了'],
])('%s: too much', (_, written, line, message) => {
  const body = line === 1 ? written : `首段。\n\n${written}`;
  const { issues } = inspectBody(body, { format: 'md', file: 'a.md', firstLine: 1 });
  expect(issues.map(({ rule, level }) => [rule, level])).toEqual([['markdown/size', 'stop']]);
  expect(issues[0]?.message).toContain(message);
  expect(issues[0]?.line).toBe(line);
});

test.each([
  ['a picture in a link', '[![甲](1.jpg)](https://a.gov.cn/)'],
  ['brackets that are text', `甲${nested('\\[', '\\]', 40)}`],
  ['brackets that nobody closed', '1[、2[、'.repeat(20)],
  ['a long list', lines(1_500, (index) => `- 第${index}项`)],
  ['lists in lists', lines(600, (index) => `${'  '.repeat(index % 4)}- 第${index}项`)],
  ['a long article behind an item', `- 甲\n${lines(800, (index) => `  第${index}行`)}`],
  [
    'a wide, long table',
    [row('甲', 12), row('-', 12), ...Array(1_000).fill(row('1', 12))].join('\n'),
  ],
  [
    'a list of addresses',
    lines(500, (index) => `- [第${index}号](https://a.gov.cn/${index} "题")`),
  ],
  ['a line of dots behind an address', `https://a.gov.cn/${'.'.repeat(200)}1`],
])('%s: is read', (_, body) => {
  const { issues } = inspectBody(body, { format: 'md', file: 'a.md', firstLine: 1 });
  expect(issues.filter(({ rule }) => rule === 'markdown/size')).toEqual([]);
});
