/** Comments hide what they were meant to hide, all of it and nothing else; what would show is said. */
import { expect, test } from 'vitest';
import { bodyReport, mendedBody } from './a-body-report.ts';

const NESTED =
  '注释「<!--」还没有结束，里面又有一个「<!--」：中间的文字都不会显示。 → 在前一个注释的末尾写上「-->」；不要那个注释，就删掉它的「<!--」。';
const stray = (before: string): string =>
  `这里的「-->」前面没有注释的开头，它和前面的「${before}」会显示在网页上。 → 前面的字不该公开的，在那些字前面写「<!--」；该公开的，删掉「-->」；是箭头的，改成「→」；要照样显示，写成「\\-->」。`;

test.for([
  [
    '甲。\n\n{/* 待核\n\n乙。\n\n{/* 已核 */}\n\n丙。',
    3,
    '甲。\n\n{/* 待核 */}\n\n乙。\n\n{/* 已核 */}\n\n丙。',
  ],
  ['甲。\n\n乙{/* 待核 丙，{ /* 已核 */}丁。', 3, '甲。\n\n乙丙，{/* 已核 */}丁。'],
  [
    '<Callout>\n{/* 甲 {/* 乙 */}\n\n丙\n</Callout>',
    2,
    '<Callout>\n{/* 甲 */}{/* 乙 */}\n\n丙\n</Callout>',
  ],
] as const)('%j, of .mdx, is reported', ([body, line, remedy]) => {
  const said = NESTED.replaceAll('<!--', '{/*').replaceAll('-->', '*/}');
  expect(bodyReport(body, 'mdx').issues).toEqual([`${line} ${said}`]);
  expect(bodyReport(remedy, 'mdx').issues).toEqual([]);
});

/** The last are what the remedies say to write. */
test.for([
  [
    '<!-- 暂不公布：张三任局长 <!-- 待核 --> 李四任副局长 -->',
    [`1 ${NESTED}`, `1 ${stray('李四任副局长')}`],
    [
      '<!-- 暂不公布：张三任局长 --> <!-- 待核 --> <!-- 李四任副局长 -->正文',
      '暂不公布：张三任局长 <!-- 待核 --> 李四任副局长',
    ],
  ],
  [
    '甲<!-- 乙 <!-- 丙 -->丁',
    [`1 ${NESTED}`],
    ['甲<!-- 乙 --><!-- 丙 -->丁', '甲乙 <!-- 丙 -->丁'],
  ],
  [
    '正文<!-- 甲 -- 乙 -->，后文 --> 尾',
    [`1 ${stray('，后文')}`],
    [
      '正文<!-- 甲 -- 乙 --><!-- ，后文 --> 尾',
      '正文<!-- 甲 -- 乙 -->，后文 尾',
      '正文<!-- 甲 -- 乙 -->，后文 → 尾',
      '正文<!-- 甲 -- 乙 -->，后文 \\--> 尾',
    ],
  ],
  ['<!--\n甲\n-->\n\n- 一\n- 二 -->', [`6 ${stray('二')}`], ['<!--\n甲\n-->\n\n- 一\n- 二']],
  ['申请-->受理-->办结', [`1 ${stray('申请')}`, `1 ${stray('受理')}`], ['申请→受理→办结']],
  [
    '甲 <!-- 乙',
    [
      '1 「<!--」是注释的开头吗？它没有结束，会原样显示。 → 注释写成 <!-- 给同事看的话 -->，中间不要空行；不是注释，就删掉「<!--」；要照样显示，写成「\\<!--」。',
    ],
    ['甲 \\<!-- 乙', '甲 乙', '甲 <!-- 乙 -->'],
  ],
  [
    '    <!-- 待核\n\n乙',
    [
      '1 注释「<!--」没有结束，从这里往下的文字都不会显示。 → 在注释的末尾写上「-->」；不要注释，就删掉「<!--」；要照样显示，写成「\\<!--」。',
    ],
    ['    <!-- 待核 -->\n\n乙', '    待核\n\n乙', '    \\<!-- 待核\n\n乙'],
  ],
] as const)('%j is reported', ([body, issues, remedies]) => {
  expect(bodyReport(body).issues).toEqual(issues);
  for (const remedy of remedies) expect(bodyReport(remedy).issues, remedy).toEqual([]);
});

test.for([
  '    <!-- 缩进的注释 -->\n\n正文',
  '   <!-- 注\n释 -->\n\n正文',
  '- 甲\n\n      <!-- 乙 -->',
  '\\<!-- 甲 -->乙',
  '\\<!--',
  '注释以 `<!--` 开头，以 `-->` 结束。',
  '<!-- 甲 --><!-- 乙 -->丙',
  '甲 → 乙',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});

const SHOWN = (sign: string): string =>
  `「${sign}」是从 Word 粘贴带来的记号，会显示在网页上。 → 删掉它，只留文字。`;
const MARK = (sign: string): string => `「${sign}」是从 Word 粘贴带来的记号。 → 删掉它，只留文字。`;
const HIDDEN = (code: string): string =>
  `「${code}」是从 Word 粘贴带来的代码，里面的内容不会显示。 → 整段删掉；里面有要发布的文字的，先移到外面。`;

test.for([
  [
    '<![if !supportLists]>1.<![endif]>列表',
    [`1 ${SHOWN('<![if !supportLists]>')}`, `1 ${SHOWN('<![endif]>')}`],
    '1.列表',
  ],
  ['甲<![endif]-->乙', [`1 ${SHOWN('<![endif]-->')}`], '甲乙'],
  [
    '甲\n\n<!--[if gte mso 9]><xml>\n<o:p/></xml>\n<![endif]-->\n\n乙',
    [`3 ${HIDDEN('<!--[if gte mso 9]><xml> <o:p/></xml> <![endif]-->')}`],
    '甲\n\n\n\n乙',
  ],
  [
    '甲<!--[if !mso]><!-->乙<!--<![endif]-->',
    [`1 ${MARK('<!--[if !mso]><!-->')}`, `1 ${MARK('<!--<![endif]-->')}`],
    '甲乙',
  ],
] as const)('what Word left in %j is taken away', ([body, issues, mended]) => {
  expect(bodyReport(body).issues).toEqual(issues);
  expect(mendedBody(body)).toBe(mended);
  expect(bodyReport(mended).issues).toEqual([]);
});

test('words within what Word hides are nobody else’s to delete', () => {
  const body = '<!--[if gte mso 9]>甲<![endif]-->乙';
  expect(bodyReport(body)).toEqual({
    issues: [`1 ${HIDDEN('<!--[if gte mso 9]>甲<![endif]-->')}`],
    mended: body,
  });
  expect(bodyReport('甲乙').issues).toEqual([]);
});

test('a sign of Word’s that is written to be seen is none', () => {
  expect(bodyReport('写作 `<![endif]>` 或 \\<![endif]>。').issues).toEqual([]);
});
