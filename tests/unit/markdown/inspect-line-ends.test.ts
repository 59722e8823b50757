import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { inspectBody } from '../../../src/markdown/inspect-body.ts';

/** The lines behind which the body asks what was meant. */
function askedLines(body: string): number[] {
  return inspectBody(body, { format: 'md', file: 'a.md', firstLine: 1 })
    .issues.filter(({ message }) => message.endsWith('会连成一段。'))
    .map(({ line }) => line ?? 0);
}

function remedied(body: string, remedy: '\n\n' | ''): string {
  const asked = new Set(askedLines(body));
  const lines = body.split('\n');
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) return line;
      return line + (asked.has(index + 1) ? remedy : '\n');
    })
    .join('');
}

test('each blank line that was asked for brings no new question', () => {
  const widths = [34, 32, 25, 23, 18, 17];
  const body = widths.map((width) => '网站地址说明'.repeat(9).slice(0, width)).join('\n');
  expect(askedLines(body)).toEqual([1, 2, 3, 4, 5]);
  expect(askedLines(remedied(body, '\n\n'))).toEqual([]);
});

const PIECES = [
  '示例自治区机关事务管理局关于印发办法的通知',
  '各级机关事务管理局和自治区各部门单位',
  '请登录网站，查看说明',
  'https://www.example.gov.cn/a/b/c/d.html',
  '邮箱 a@example.gov.cn，联系人',
  '第一季度的工作',
  '做好供暖检查，',
  '完成。',
];

test('following the remedy ends the questions, in 150 bodies', () => {
  const random = seededRandom(5);
  let asked = 0;
  for (let round = 0; round < 150; round += 1) {
    const lines = Array.from({ length: random.between(2, 9) }, () =>
      Array.from({ length: random.between(1, 3) }, () => random.pick(PIECES)).join(''),
    );
    const body = lines.join('\n');
    if (askedLines(body).length > 0) asked += 1;
    for (const remedy of ['\n\n', ''] as const) {
      const after = remedied(body, remedy);
      expect(askedLines(after), JSON.stringify({ body, after })).toEqual([]);
    }
  }
  expect(asked).toBeGreaterThan(50);
});

const LONG =
  '过去一年，全区机关事务管理部门围绕中心、服务大局，各项工作取得了新的进展，成绩来之不易。';

/** As Word pastes them: a paragraph a line. */
test.for([
  `一、充分肯定成绩，增强做好机关事务工作的信心和决心\n${LONG}${LONG}`,
  `（二）聚焦主责主业，全面提升机关事务保障能力\n${LONG}${LONG}`,
  `3．抓好学习教育，筑牢思想根基，提高工作本领\n${LONG}${LONG}`,
  '（联系人：李若谷，电话：0000-1234567；传真：0000-7654321）\n（此件公开发布）',
  '二、先进个人（8名，按姓氏笔画排序，排名不分先后）\n王景行  王  强  艾力·买买提江  张晓禾\n李若谷　李　明　阿依古丽·吐尔逊　陈　晨\n希望受到表彰的集体和个人珍惜荣誉再接再厉',
  '自治区机关事务管理局召开2026年工作会议部署任务\n2026年1月15日  来源：自治区机关事务管理局办公室\n自治区机关事务管理局召开2026年工作会议部署任务。',
  '按照自治区人民政府的有关规定，经研究决定予以公布\n（此件公开发布）',
  '（2026年1月20日第12次常务会议通过  2026年3月1日起施行）\n目    录\n第一章  总则',
  '李晓红（女，回族）  自治区教育厅后勤服务中心主任\n买买提·吐尔逊  自治区水利厅办公室一级主任科员',
  `${LONG}古人讲：\n“历览前贤国与家，\n成由勤俭破由奢。”\n一年来，我们主要做了以下工作。`,
])('nothing is asked of %j', (body) => {
  expect(askedLines(body)).toEqual([]);
});

test.for([
  // A heading that is broken for its looks, a line that nothing shows to be a heading.
  [`一、充分肯定成绩，增强做好机关事务工作的\n信心和决心\n${LONG}`, [1]],
  ['要做到四个坚持，\n坚持底线思维，提高能力。', [1]],
  [`会议指出，要充分肯定成绩，增强做好机关事务工作的信心\n${LONG}${LONG}`, [1]],
] as const)('of %j it is still asked', ([body, lines]) => {
  expect(askedLines(body)).toEqual(lines);
});

test('names below names, indented behind a label, are one paragraph', async () => {
  const body = '参会人员：李若谷、张晓禾、\n          艾力·买买提江\n主持人：王景行';
  expect(askedLines(body)).toEqual([]);
  const html = await renderMarkdown(body, aBodyContext(nothingKnown));
  expect(html).toBe('<p>参会人员：李若谷、张晓禾、艾力·买买提江</p>\n<p>主持人：王景行</p>');
});

test.for([
  ['a poem', '雪融三月水潺潺，\n柳绿桃红映远山。\n公仆情怀勤为本，\n春风一夜度阳关。'],
  ['slogans', '抓早抓小，\n真抓实干！'],
  ['literature without spaces', '[1]张三.论文[J].期刊,2020.\n［2］李四.书[M].\n[13]王五.报告'],
  ['a list of literature', '[1] 张三.论文[J].期刊,2020(3):1-5.\n[2] 李四.书[M].出版社,2020.'],
])('the lines of %s stay lines, and nothing is asked', async ([, body = '']) => {
  expect(askedLines(body)).toEqual([]);
  const html = await renderMarkdown(body, aBodyContext());
  expect(html.match(/<p>/g)).toHaveLength(body.split('\n').length);
});

test('running text with wide gaps stays one paragraph', async () => {
  const body =
    '自治区人民政府  工作报告指出，持续推动发展方式绿色低碳转型\n各地各部门  结合实际，认真贯彻落实好会议有关精神和要求';
  expect((await renderMarkdown(body, aBodyContext())).match(/<p>/g)).toHaveLength(1);
});
