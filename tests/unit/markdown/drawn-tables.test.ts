/** Tables that a remedy draws: each cell of the text is one of the table, and none is added. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

const UNREAD = '从这一行起的表格没有认出来，会原样显示。';
const PARTED = '表格的上面、下面各空一行。';
const odd = (row: number, text: string, count: number, width: number): string =>
  `第 ${row} 行「${text}」有 ${count} 格，表头有 ${width} 格：每行的格数要一样，空的格也要留着；竖线是文字的，写成「\\|」。`;

/** Body, what the remedy adds, and the body as it says. */
test.for([
  [
    '| 甲 | 乙 |\n| 1 | 2 | 3 |\n| 4 | 5 |',
    odd(2, '| 1 | 2 | 3 |', 3, 2),
    '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2\\|3 |\n| 4 | 5 |',
  ],
  [
    '| 甲 | 乙 | 丙 |\n| 1 | 2 |',
    odd(2, '| 1 | 2 |', 2, 3),
    '| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 | 2 | |',
  ],
  [
    '｜甲｜乙｜\n｜－｜－｜\n｜丙｜',
    odd(3, '｜丙｜', 1, 2),
    '| 甲 | 乙 |\n| --- | --- |\n| 丙 | |',
  ],
  ['| 甲 | 乙 |\n| 1 | 2\n3 | 4 |', PARTED, '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n3 ｜ 4'],
  ['- 甲\n| 1 | 2 |\n| 3 | 4 |', PARTED, '- 甲\n\n| 1 | 2 |\n| --- | --- |\n| 3 | 4 |'],
  [
    '｜甲｜乙｜\n｜—｜—｜\n｜—｜—｜\n｜1｜2｜',
    '第 3 行「｜—｜—｜」只有横线：是内容，横线换成文字；不是，就删掉。',
    '| 甲 | 乙 |\n| --- | --- |\n| 无 | 无 |\n| 1 | 2 |',
  ],
  ['| 姓名｜职务 | 电话 |\n| 张三｜科长 | 1 |', '', undefined],
] as const)('%j is reported without an edit', ([body, added, right]) => {
  const { issues, mended } = bodyReport(body);
  expect(mended).toBe(body);
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(UNREAD);
  expect(issues[0]?.endsWith(`」。${added}`)).toBe(true);
  if (right) expect(bodyReport(right).issues).toEqual([]);
});

test.for([
  ['| a | b |\n| - | - |\n| 1 | 2 |\n3\t4\n5\t6', 4],
  ['甲\t乙\n1\t2\n3|4', 1],
  ['甲\t`a|b`\n1\t2', 1],
] as const)('cells with tabs in %j are reported without an edit', ([body, line]) => {
  const { issues, mended } = bodyReport(body);
  expect(mended).toBe(body);
  expect(issues).toHaveLength(1);
  expect(issues[0]?.startsWith(`${line} 从这一行起的 2 行像是从 Excel 粘贴来的`)).toBe(true);
  expect(issues[0]?.endsWith(`下面每行一条。${PARTED}`)).toBe(true);
});

test('the rest of a table is not joined where the line below would be joined, too', () => {
  const body = '| 甲 | 乙 |\n| - | - |\n\n| 1 | 2 |\n| 3 | 4 |\n5 | 6';
  expect(mendedBody(body)).toBe(body);
});

const TABLE = '| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n';
const barless = (text: string): string =>
  `4 表格的这一行「${text}」没有用英文的竖线「|」，分不出格子。`;

test.for([
  [`${TABLE}｜ 3 ｜ 4 ｜\n合计`, '｜ 3 ｜ 4 ｜', `${TABLE}| 3 | 4 |\n合计`],
  ['| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n3\t4\n| 5 | 6 |', '3 4', `${TABLE}| 3 | 4 |\n| 5 | 6 |`],
] as const)('a row of other bars in %j is written as one', ([body, text, right]) => {
  expect(bodyReport(body)).toEqual({
    issues: [`${barless(text)} → 写成「| 3 | 4 |」。`],
    mended: right,
  });
  expect(bodyReport(right).issues).toEqual([]);
});

test('a bar of full width that may be text is asked', () => {
  const body = `${TABLE}| 3 ｜ 4 |`;
  const fix = '写成「| 3 | 4 |」；如果「｜」是文字，补上这一行缺的空格子。';
  expect(bodyReport(body)).toEqual({ issues: [`${barless('| 3 ｜ 4 |')} → ${fix}`], mended: body });
  expect(bodyReport(`${TABLE}| 3 | 4 |`).issues).toEqual([]);
  expect(bodyReport(`${TABLE}| 3 ｜ 4 | |`).issues).toEqual([]);
  expect(bodyReport(`${TABLE}电话｜传真`).issues).toEqual([]);
});

const CELLS = ['甲', '乙局', '3', '1,200', '', '—', 'a_b', '**重点**', '5|6', '电话｜传真', '`c`'];
const AROUND = [
  '',
  '首段。',
  '- 项',
  '> 引',
  '| 戊 | 己 |',
  '3 | 4',
  '合计',
  '---',
  '| a |\n| - |',
];

/** How a row of cells is written. */
const ROWS: readonly ((cells: readonly string[]) => string)[] = [
  (cells) => `| ${cells.join(' | ')} |`,
  (cells) => `|${cells.join('|')}`,
  (cells) => `｜${cells.join('｜')}｜`,
  (cells) => cells.join('\t'),
  (cells) => `| ${cells.join(' ｜ ')} |`,
];
const DASHES = ['| --- | --- |', '｜－－｜－－｜', '| — | — | — |', '', '', ''];

test('150 bodies with rows: a table that is drawn has the cells of the text, and no others', async () => {
  const random = seededRandom(Number(process.env['SEED'] ?? 8));
  const wrong: string[] = [];
  let drawn = 0;
  for (let round = 0; round < Number(process.env['ROUNDS'] ?? 150); round += 1) {
    const write = random.pick(ROWS);
    const width = random.between(1, 3);
    const rows = Array.from({ length: random.between(2, 4) }, () =>
      Array.from({ length: random.between(0, 9) === 0 ? random.between(1, 4) : width }, () =>
        random.pick(CELLS),
      ),
    );
    const lines = rows.map(write);
    const dashes = random.pick(DASHES);
    if (dashes) lines.splice(1, 0, dashes);
    const body = [random.pick(AROUND), ...lines, random.pick(AROUND)].join('\n');
    const mended = mendedBody(body);
    if (mended === body) continue;
    drawn += 1;
    const html = await renderMarkdown(mended, aBodyContext(nothingKnown));
    if (letters(html.replaceAll(/<[^>]+>/g, '')) !== letters(body))
      wrong.push(JSON.stringify({ body, mended, html }));
    for (const [table] of mended.matchAll(/^\|.*\|\n(?:\| --- )+\|(?:\n\|.*\|$)*/gm)) {
      const widths = table.split('\n').map((row) => row.split(/(?<!\\)\|/).length);
      if (new Set(widths).size > 1) wrong.push(JSON.stringify({ body, mended, widths }));
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(drawn).toBeGreaterThan(10);
});

/** What readers see: neither marks nor blanks. */
function letters(text: string): string {
  return text.replaceAll('&#x26;', '').replaceAll(/[\s!-/:-@[-`{-~｜—－]+/gu, '');
}
