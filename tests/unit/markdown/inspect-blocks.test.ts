import { describe, expect, it, test } from 'vitest';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { applyEdits } from '../../../src/reading/apply-edits.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';

function inspected(body: string, format: 'md' | 'mdx' = 'md') {
  return inspectBody(body, { format, file: 'a.md', firstLine: 1 }).issues;
}

/** Body, its first problem's line and message, and the body as the remedy makes it. */
test.for([
  ['##总体要求##', '1 「##总体要求##」没有认成标题，「##」会原样显示。', '## 总体要求'],
  ['一\n\n＃ 总体要求', '3 「＃ 总体要求」没有认成标题，「＃」会原样显示。', '一\n\n# 总体要求'],
  ['一\n\n# ', '3 这一行只有「#」，没有标题的文字。', '一\n\n'],
  ['署名\n====', '2 这一行的「====」会原样显示。', '署名\n---'],
  ['>50%的单位', '1 「>50%的单位」行首的「>」会变成引用，大于号不会显示。', '\\>50%的单位'],
  ['第一行\\', '1 段落末尾的反斜杠「\\」会原样显示。', '第一行'],
  [
    '存在 D:\\报表\\_2026 里',
    '1 路径「D:\\报表\\_2026」里有的反斜杠不会显示。',
    '存在 D:\\报表\\\\_2026 里',
  ],
  ['<!—— 内部 ——>', '1 「<!—— 内部 ——>」没有认成注释，会显示在网页上。', '正文。\n\n<!-- 内部 -->'],
  ['<!-- 甲\n\n乙 -->丙', '3 注释后面的「丙」不会显示。', '<!-- 甲\n\n乙 -->\n\n丙'],
  [
    '[注]: 说明文字',
    '1 「[注]: 说明文字」会被当成一个链接的网址，这一行不会显示。',
    '[注]： 说明文字',
  ],
  ['甲［^1］\n\n[^1]: 乙', '1 「［^1］」没有认成脚注，会原样显示。', '甲[^1]\n\n[^1]: 乙'],
  ['甲[^1]\n\n[^1]：乙', '3 「[^1]：」没有认成脚注，会原样显示。', '甲[^1]\n\n[^1]: 乙'],
  [
    '甲\t1\n乙\t|2',
    '1 从这一行起的 2 行像是从 Excel 粘贴来的，各格会连在一起。',
    '| 甲 | 1 |\n| --- | --- |\n| 乙 | \\|2 |',
  ],
  [
    '｜ 甲 ｜ 乙 ｜\n｜ －－ ｜ －－ ｜\n｜ 丙 ｜ 丁 ｜',
    '1 从这一行起的表格没有认出来，会原样显示。',
    '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |',
  ],
  [
    '| 甲 | 乙 |\n| -- | -- |\n| 丙 | 丁\\\n戊 |',
    '4 表格的这一行「戊 |」不是以「|」开头，会成为另一行，格子对不上。',
    '| 甲 | 乙 |\n| -- | -- |\n| 丙 | 丁<br>戊 |',
  ],
] as const)('%j is mended', ([body, problem, right]) => {
  const issues = inspected(body);
  expect(issues.map(({ line, message }) => `${line} ${message}`)[0]).toBe(problem);
  const edits = issues.flatMap(({ edit }) => edit ?? []);
  const mended = applyEdits(body, edits).text;
  expect(right.endsWith(mended)).toBe(true);
  expect(inspected(right).filter(({ message }) => message !== '正文是空的。')).toEqual([]);
});

/** Reported without a remedy that is certain; the last is what the remedy says to write. */
test.for([
  [
    '#总体要求',
    '「#总体要求」是标题还是正文？现在「#」会原样显示。',
    ['# 总体要求', '\\#总体要求'],
  ],
  [
    '甲\n\n```\n乙',
    '从这一行的「```」起，下面的文字都会成为程序代码：没有结束的「```」。',
    ['甲\n\n乙', '甲\n\n```\n乙\n```'],
  ],
  ['```请各单位\n乙\n```', '「```」后面的「请各单位」不会显示。', ['```\n请各单位\n乙\n```']],
  [
    '甲\n\n<!-- 待核\n\n乙',
    '注释「<!--」没有结束，从这里往下的文字都不会显示。',
    ['甲\n\n<!-- 待核 -->\n\n乙', '甲\n\n待核\n\n乙'],
  ],
  [
    '甲\n\n[^2]: 乙',
    '正文里没有地方写着 [^2]，这条脚注不会显示。',
    ['甲[^2]\n\n[^2]: 乙', '甲\n\n乙'],
  ],
  ['甲[^4]', '脚注「[^4]」没有内容，会原样显示。', ['甲[^4]\n\n[^4]: 脚注的内容', '甲']],
  [
    '| 甲 | 乙 |\n| - | - |\n| 1 | 2 | 3 |',
    '表格的这一行有 3 格，表头只有 2 格，多出的「3」不会显示。',
    ['| 甲 | 乙 | |\n| - | - | - |\n| 1 | 2 | 3 |', '| 甲 | 乙 |\n| - | - |\n| 1 | 2 \\| 3 |'],
  ],
  [
    '示例自治区机关事务管理局关于印发办法的通知\n各级机关事务管理局和自治区各部门单位',
    '「…管理局关于印发办法的通知」和下一行「各级机关事务管理局和自治…」会连成一段。',
    [
      '示例自治区机关事务管理局关于印发办法的通知\n\n各级机关事务管理局和自治区各部门单位',
      '示例自治区机关事务管理局关于印发办法的通知各级机关事务管理局和自治区各部门单位',
    ],
  ],
  ['</div>\n第二行', '这一行「第二行」里有文字没有显示出来。', ['第二行']],
] as const)('%j is reported', ([body, message, remedies]) => {
  expect(inspected(body).map((issue) => issue.message)).toContain(message);
  for (const remedy of remedies) expect(inspected(remedy), remedy).toEqual([]);
});

test.for([
  '#1号楼',
  '#节约用电#',
  '电话 | 传真',
  '（一）甲；\n（二）乙。',
  '国办发[2017]47号',
  '正文。<!-- 备注 -->后面',
  '1. 甲\n3. 丙',
  '| 甲 |\n| - |\n| 乙 |\n合计',
  '| 甲 | 丙 |\n| - | - |\n| 乙 | 丁 |\n合计\n完。',
  '下降5%↓',
  '姓名\t职务',
  '> 2026年是“十五五”开局之年。',
  '> 1. 坚持党的领导。\n> 2. 坚持问题导向。',
  '> 60年来，我们一直这样做。\n> ——《志书》',
  '> 300多个单位参加。\n>\n> 会议由局长主持。',
])('%j is in order', (body) => {
  expect(inspected(body)).toEqual([]);
});

test.for([
  ['占比<50%的单位', '占比\\<50%的单位'],
  ['一{甲\n\n乙}', '一\\{甲\n\n乙}'],
  ['见{附件 一}', '见\\{附件 一}'],
  ['<附件>', '\\<附件>'],
] as const)('%j in .mdx is mended', ([body, right]) => {
  const mended = applyEdits(
    body,
    inspected(body, 'mdx').flatMap(({ edit }) => edit ?? []),
  ).text;
  expect(mended).toBe(right);
  expect(inspected(right, 'mdx')).toEqual([]);
});

describe('the page', () => {
  test.for([
    ['1. 甲\n3. 丙', '<ol>\n<li>甲</li>\n<li value="3">丙</li>\n</ol>'],
    ['007. 甲', '<p>007. 甲</p>'],
    ['甲\u000b乙\u2028丙', '<p>甲<br>\n乙<br>\n丙</p>'],
    ['<!-- 核 -->甲', '<p>甲</p>'],
    ['> 引用。\n正文。', '<blockquote>\n<p>引用。</p>\n</blockquote>\n<p>正文。</p>'],
    ['- 甲。\n  乙。', '<ul>\n<li>甲。<br>\n乙。</li>\n</ul>'],
    ['- 甲。\n乙。', '<ul>\n<li>甲。</li>\n</ul>\n<p>乙。</p>'],
    ['- 甲局\n二、时间', '<ul>\n<li>甲局</li>\n</ul>\n<p>二、时间</p>'],
    ['2. 抓\n　　下一步。', '<ol start="2">\n<li>抓</li>\n</ol>\n<p>下一步。</p>'],
    ['2. 抓\n     下一步。', '<ol start="2">\n<li>抓</li>\n</ol>\n<p>下一步。</p>'],
    ['2. 抓\n\t下一步。', '<ol start="2">\n<li>抓</li>\n</ol>\n<p>下一步。</p>'],
    [
      '1. 甲\n说明\n1. 乙\n1. 丙',
      '<ol>\n<li>甲</li>\n</ol>\n<p>说明</p>\n<ol start="2">\n<li>乙</li>\n<li>丙</li>\n</ol>',
    ],
    [
      '> - 甲\n> 乙\n丙',
      '<blockquote>\n<ul>\n<li>甲</li>\n</ul>\n<p>乙</p>\n</blockquote>\n<p>丙</p>',
    ],
    [
      '- 甲\n  - 乙\n丙\n  - 丁\n- 戊',
      '<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n<p>丙</p>\n<ul>\n<li>丁</li>\n</ul>\n<ul>\n<li>戊</li>\n</ul>',
    ],
    [
      '- 请各单位按照通知要求认真组织自查自纠，\n附件。',
      '<ul>\n<li>请各单位按照通知要求认真组织自查自纠，附件。</li>\n</ul>',
    ],
    ['2026. 11. 26', '<p>2026. 11. 26</p>'],
    ['26. 11. 26日', '<p>26. 11. 26日</p>'],
    ['11. 26日召开会议。', '<p>11. 26日召开会议。</p>'],
    ['1. 5万吨\n1. 8万吨', '<p>1. 5万吨</p>\n<p>1. 8万吨</p>'],
    ['1. 10家\n2. 20家', '<ol>\n<li>10家</li>\n<li>20家</li>\n</ol>'],
    ['1) 甲\n2) 乙', '<p>1) 甲</p>\n<p>2) 乙</p>'],
    ['- 甲\n  1) 乙\n  2) 丙', '<ul>\n<li>\n<p>甲</p>\n<p>1) 乙</p>\n<p>2) 丙</p>\n</li>\n</ul>'],
    ['**一、甲\n二、乙**', '<p><strong>一、甲<br>\n二、乙</strong></p>'],
  ] as const)('of %j', async ([body, html]) => {
    expect(await renderMarkdown(body, aBodyContext(nothingKnown))).toBe(html);
  });
});

it('does not read what would take minutes', () => {
  for (const body of ['>'.repeat(10_000), '~~a'.repeat(100_000), '<!--'.repeat(100_000)]) {
    const [issue] = inspected(body);
    expect(issue?.message).toMatch(/读不了/);
  }
});

/** A row, the line below that is none, and the tables that the remedy quotes. */
test.for([
  ['| 1 | 乙 |', '丙', ['| 1 | 乙<br>丙 |']],
  ['| 1 | 乙 |', '丙 |', ['| 1 | 乙<br>丙 |']],
  ['| 1 | 乙', '丙', ['| 1 | 乙<br>丙 |']],
  ['| 1 | 乙 |', '丙 | 丁', ['| 1 | 乙 |', '| 丙 | 丁 |']],
  ['| 1 | 乙 |', '丙 | 丁 |', ['| 1 | 乙 |', '| 丙 | 丁 |']],
] as const)('the remedy for %j and %j below it makes rows of two cells', ([row, below, rows]) => {
  const table = (...inner: string[]): string =>
    ['| 甲 | 乙 |', '| -- | -- |', ...inner, '| 3 | 戊 |'].join('\n');
  const [issue, ...others] = inspected(table(row, below));
  expect(others).toEqual([]);
  expect(issue?.message).toBe(
    `表格的这一行「${below}」不是以「|」开头，会成为另一行，格子对不上。`,
  );
  expect(issue?.fix).toContain(`「${rows.at(-1)}」`);
  expect(inspected(table(...rows))).toEqual([]);
});

test('a caption between two tables is parted from the one above', () => {
  const table = '| 甲 | 乙 |\n| -- | -- |\n| 1 | 2 |';
  const body = `${table}\n表2 收支\n${table}`;
  const issues = inspected(body);
  expect(issues.map(({ line, message, fix }) => [line, message, fix])).toEqual([
    [
      4,
      '「表2 收支」夹在两张表格中间，下面那张表格会接到上面那张里。',
      '在「表2 收支」上面空一行。',
    ],
  ]);
  const { text } = applyEdits(
    body,
    issues.flatMap(({ edit }) => edit ?? []),
  );
  expect(text).toBe(`${table}\n\n表2 收支\n${table}`);
  expect(inspected(text)).toEqual([]);
});
