/** Asterisks that may as well hide words as make them bold: asked where nobody can tell, and only there. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport } from './a-body-report.ts';

const context = aBodyContext(nothingKnown);

test.for([
  ['第**条、第**款', '第**条、第**款'],
  ['李**大学毕业，王**医院就诊', '李**大学毕业，王**医院就诊'],
  ['毕业于**大学，就职于**医院', '毕业于**大学，就职于**医院'],
  ['住**街道**社区**号，位于**大道**号', '住**街道**社区**号，位于**大道**号'],
  ['张**在**银行**分行、**处、**科', '张**在**银行**分行、**处、**科'],
])(
  '%j hides words behind which an office, a school or a count stands',
  async ([body = '', text]) => {
    expect(await renderMarkdown(body, context)).toBe(`<p>${text}</p>`);
    expect(bodyReport(body).issues).toEqual([]);
  },
);

test.for([
  ['由**学院承办，由**医院协办', '由', '学院承办，由', '医院协办'],
  ['第**页至第**页', '第', '页至第', '页'],
  ['由**银行贷款**元', '由', '银行贷款', '元'],
  ['原告王**诉称，李**欠款', '原告王', '诉称，李', '欠款'],
  ['在**路与**街交叉口', '在', '路与', '街交叉口'],
  ['甲方**，乙方**', '甲方', '，乙方', ''],
  ['**与**签订合同', '', '与', '签订合同'],
  ['**法院判决，**公司赔偿', '', '法院判决，', '公司赔偿'],
  ['**公司与**公司**签约', '公司与', '公司', '签约'],
  ['由**公司、**市承办，**重点', '由**公司、'.slice(-3), '市承办，', '重点'],
  ['王**系**局**科科长', '系', '局', '科科长'],
  ['刘**（**大学教授）', '刘', '（', '大学教授'],
  ['李**和王*等获奖；**感谢各位', '李', '和王*等获奖；', '感谢各位'],
  ['经**区**街道**社区推荐，**同志', '街道', '社区推荐，', '同志'],
  ['账户**银行**支行尾号**12', '银行', '支行尾号', '12'],
] as const)('%j may be bold or hidden: both remedies pass', async ([body, head, text, tail]) => {
  const bold = [head, `**${text}**`, tail].filter(Boolean).join(' ');
  expect(bodyReport(body).issues).toEqual([
    `1 「${head}**${text}**${tail}」里的「**」分不清是加粗还是隐去的字，现在会加粗。 → 是隐去的字，写成 ${head}××${text}××${tail}，或者把「**」写成 \\*\\*；要加粗，在它们的外面空一格，写成 ${bold}。`,
  ]);
  for (const remedy of [bold, `${head}××${text}××${tail}`, body.replaceAll('**', String.raw`\*\*`)])
    expect(bodyReport(remedy).issues, remedy).toEqual([]);
  expect(await renderMarkdown(bold, context)).toContain(`<strong>${text}</strong>`);
  const hidden = await renderMarkdown(body.replaceAll('**', String.raw`\*\*`), context);
  expect(hidden).toBe(`<p>${body}</p>`);
});

test('three asterisks that may hide something are reported as well', () => {
  expect(bodyReport('***与***签订***合同').issues).toContain(
    '1 「***与***签订」里的「***」分不清是加粗还是隐去的字，现在会加粗。 → 是隐去的字，写成 ××与××签订，或者把「***」写成 \\*\\*\\*；要加粗，在它们的外面空一格，写成 ***与*** 签订。',
  );
  expect(bodyReport('××与××签订××合同').issues).toEqual([]);
});

test.for([
  '**一、总体要求**，**（一）**目标，**首先，**各单位要落实',
  '为**切实加强**管理，加快**数字化**转型，**中国科学院大学**',
  '坚持**稳中求进，以进促稳**的总基调，要**提高认识，压实责任**，抓落实',
  '压实**市、县**两级责任，**单位：**公司，**路**、**号**召',
  '关爱**老年**人，帮扶**贫困**户，评选**市级**单位、**区属**企业、**县级**市',
  '推进**医院**科室建设，办好**学校**食堂，建设**一流**大学，落实**银行**贷款',
  '**参与**各方、**不少于**3人、**必须是**人、**关于**通知、**处理**科技问题',
  '**企业方面，**企业要落实，**市场监管方面，**市局要检查',
  '联系人：张**，电话：138****1234，**截止时间**：5月，**单位**：局办公室',
  '王**带队，为**市场**主体服务，**第一**条、**第二**款，**公安**局、**办公**室',
  '**责任单位：**县医院、**报送时限：**每月、**条款**解释、**页面**设计',
  '培养**时代**新人，学习**科学**技术，改进**处室**工作，提升**户籍**业务',
])('%j is evidently bold', async (body) => {
  const html = body.replaceAll(/(?<![张王*\d])\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
  expect(await renderMarkdown(body, context)).toBe(`<p>${html}</p>`);
  expect(bodyReport(body).issues).toEqual([]);
});

const HIDDEN_IN_TURN = {
  before: '由 在 与 位于 毕业于 经 向 第 和 对 某 被告 原告王 李'.split(' '),
  after: '公司 银行 医院 大学 学院 支行 街道 法院 派出所 号 户 条 款 页 时 科 处 局 县 村 元'.split(
    ' ',
  ),
  verb: ['', '', '就诊', '毕业', '签约', '中标', '负责'],
};

test('of 400 texts that hide words in turn none is bold without a word', async () => {
  const random = seededRandom(11);
  const { before, after, verb } = HIDDEN_IN_TURN;
  for (let round = 0; round < 400; round += 1) {
    const body = Array.from(
      { length: random.between(2, 3) },
      () => `${random.pick(before)}**${random.pick(after)}${random.pick(verb)}`,
    ).join(random.pick(['，', '、', '与']));
    const html = await renderMarkdown(body, context);
    if (html.includes('<strong>')) expect(bodyReport(body).issues, body).not.toEqual([]);
  }
});
