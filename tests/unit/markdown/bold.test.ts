/** Bold type in Chinese: what staff put between two `**` is bold, and asterisks that hide or multiply stay. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

const context = aBodyContext(nothingKnown);

test.for([
  ['成员**、各支部**共58人', '成员<strong>、各支部</strong>共58人'],
  ['由2**3%提高到51**%', '由2<strong>3%提高到51</strong>%'],
  ['2**3%，提高**到51，**重点**', '2<strong>3%，提高</strong>到51，<strong>重点</strong>'],
  ['张**、李**的材料，**重点**', '张**、李**的材料，<strong>重点</strong>'],
  ['张**（男）与欧阳**（女）、买买提**到场', '张**（男）与欧阳**（女）、买买提**到场'],
  ['由李**带队**完成', '由李<strong>带队</strong>完成'],
  ['提高**江水**质量', '提高<strong>江水</strong>质量'],
  ['尾号12**34与56**78，**重点**', '尾号12**34与56**78，<strong>重点</strong>'],
  ['6501**********1234、138****1234', '6501**********1234、138****1234'],
  ['**时间： **2026年', '<strong>时间： </strong>2026年'],
  ['** 地点：**会议室', '<strong> 地点：</strong>会议室'],
  ['**责任单位：\n**局办公室', '<strong>责任单位：<br>\n</strong>局办公室'],
  ['**第一****段加粗**后文', '<strong>第一</strong><strong>段加粗</strong>后文'],
  [
    '在**市**、**县**、**乡**三级，**2026年**工作',
    '在<strong>市</strong>、<strong>县</strong>、<strong>乡</strong>三级，<strong>2026年</strong>工作',
  ],
  [
    '**公司制度**要落实，**某些单位**要整改，**元旦**放假',
    '<strong>公司制度</strong>要落实，<strong>某些单位</strong>要整改，<strong>元旦</strong>放假',
  ],
  ['**第一行\n第二行**', '<strong>第一行<br>\n第二行</strong>'],
  [
    '这项工作事关全局，是自治区党委政府部署的一项**重点民生\n工程**，各单位要高度重视',
    '这项工作事关全局，是自治区党委政府部署的一项<strong>重点民生工程</strong>，各单位要高度重视',
  ],
  [
    '***又粗又斜***字，共***58人***参加',
    '<em><strong>又粗又斜</strong></em>字，共<em><strong>58人</strong></em>参加',
  ],
  ['***又粗又斜***字', '<em><strong>又粗又斜</strong></em>字'],
  [
    '[尾号12**34](a.pdf)，[**附件**1](b.pdf)',
    '<a href="a.pdf">尾号12**34</a>，<a href="b.pdf"><strong>附件</strong>1</a>',
  ],
  ['要__高度重视__，__时间：__周一', '要<strong>高度重视</strong>，<strong>时间：</strong>周一'],
  ['2026年__月__日，a__b__c.docx，姓名______', '2026年__月__日，a__b__c.docx，姓名______'],
  ['\\*\\*照原样\\*\\*，`**代码**`', '**照原样**，<code>**代码**</code>'],
] as const)('%j', async ([body, html]) => {
  expect(await renderMarkdown(body, context)).toBe(`<p>${html}</p>`);
  expect(bodyReport(body).issues.filter((issue) => issue.includes('**'))).toEqual([]);
});

test.for([
  '一是**省**负总责；二是**市县**抓落实；三是**人**的问题',
  '压实**市、县**两级责任，**单位：**公司，**路**、**号**召',
  '**公司**，**公司**，**公司**',
  '**人**和**物**、**县**抓，**市场**市民',
])('%j is bold, though it might hide something', async (body) => {
  const html = body.replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
  expect(await renderMarkdown(body, context)).toBe(`<p>${html}</p>`);
});

test.for([
  '一、王**，男，住**市。\n\n二、李**，女，住**县。\n\n三、中标单位**公司。',
  '中标单位：***公司与***公司、张*与李*、王**和赵**（132****1234）、**市**县**镇。',
  '*某*某与**某，某**；车牌新A**123、新A***45。',
  '*某、*某某等2人',
  '密码******；地址：***小区*号楼**单元***室。',
  '密码****，账号****。',
  '账号***1234，密码***。',
  '住址：**市**县**镇**村，**路**号',
  '罚款**元，扣*分，本金**万元，利率**%，合计*元*角。',
  '**公司、**公司（**集团）、A***公司，住**镇，账号***1234',
  '涉事的**公司',
  '罚款**元，由**省，',
  '共***元，其中***人',
  '于**年**月**日',
])('%j hides something: it is text, and in order', async (body) => {
  const paragraphs = body.split('\n\n').map((text) => `<p>${text}</p>`);
  expect(await renderMarkdown(body, context)).toBe(paragraphs.join('\n'));
  expect(bodyReport(body).issues).toEqual([]);
});

test('bold type does not reach from one pasted paragraph to the next', async () => {
  const body = '一、王**，男，住**市。\n二、由**剧院承建，三年完成。\n三、由**商场装修，两年完成。';
  expect(await renderMarkdown(body, context)).not.toContain('<strong>');
  expect(bodyReport(body).issues.map((issue) => issue.slice(0, 12))).toEqual([
    '2 「**」没有成对，会',
    '3 「**」没有成对，会',
  ]);
});

const HIDDEN =
  '王**，男|李**、张**|**公司|***公司|**市**县|**路**号|**元|138****1234|账号***1234|*某|密码******|住**镇'.split(
    '|',
  );

test('no asterisk of 2,000 texts that hide names is eaten', async () => {
  const random = seededRandom(5);
  for (let round = 0; round < 2_000; round += 1) {
    const body = Array.from({ length: random.between(1, 5) }, () => {
      const end = random.pick(['，', '。', '、', '；', '。\n']);
      return `经${random.pick(['', '会议', '“三新”'])}：${random.pick(HIDDEN)}${end}`;
    }).join('');
    const html = await renderMarkdown(body.trim(), context);
    expect(html.replaceAll(/<[^>]*>|\n/g, ''), body).toBe(body.replaceAll('\n', ''));
  }
});

const WORDS =
  '公司制度|市场监管|某些单位|县域经济|元旦|号召|会议|供暖|，|。|、|“三新”|《办法》|（试行）|23%|2026年|58|3.5|A股|：|；|全面落实|各支部|！'.split(
    '|',
  );
const MASKS = ['138****1234', '6501**********1234', '38.5*2*3', '(1+2)*3'];

test('4,000 sentences with bold type over any stretch of them', async () => {
  const random = seededRandom(3);
  let tested = 0;
  while (tested < 4_000) {
    const pieces = Array.from({ length: random.between(1, 9) }, (_, index) => {
      const text = Array.from({ length: random.between(1, 4) }, () => random.pick(WORDS)).join('');
      const isBold = random.next() < 0.4;
      const mask = !isBold && random.next() < 0.3 ? `，${random.pick(MASKS)}，` : '';
      return { text: index === 0 && mask ? text : mask + text, isBold };
    });
    if (pieces.some(({ isBold }, index) => isBold && pieces[index + 1]?.isBold)) continue;
    if (mayListNames(pieces)) continue;
    const body = pieces.map(({ text, isBold }) => (isBold ? `**${text}**` : text)).join('');
    // Digits on both sides of both ends say that a number is masked; a line that begins so is a list.
    const inNumbers = body.match(/[\dA-Za-z]\*\*(?=[\dA-Za-z])/g)?.length ?? 0;
    if (inNumbers > 0 && hasNumberPair(pieces)) continue;
    if (/^\d+[.)]/.test(body)) continue;
    tested += 1;
    const html = pieces
      .map(({ text, isBold }) => (isBold ? `<strong>${text}</strong>` : text))
      .join('');
    expect(await renderMarkdown(body, context), body).toBe(`<p>${html}</p>`);
  }
});

/** `**会议、**公司制度` cannot be told from two hidden names. */
function mayListNames(pieces: readonly { text: string }[]): boolean {
  return pieces.some(
    ({ text }, index) =>
      /[、，；]$/.test(text) && /^[公市某县元号]/.test(pieces[index + 1]?.text ?? ''),
  );
}

/** Two such ends of bold type in one sentence cannot be told from two masked numbers. */
function hasNumberPair(pieces: readonly { text: string; isBold: boolean }[]): boolean {
  let ends = 0;
  for (const [index, { text, isBold }] of pieces.entries()) {
    const before = pieces[index - 1]?.text ?? '';
    if (
      index > 0 &&
      isBold !== pieces[index - 1]?.isBold &&
      /[\dA-Za-z]$/.test(before) &&
      /^[\dA-Za-z]/.test(text)
    )
      ends += 1;
  }
  return ends > 1;
}

test.for([
  [
    '**一、总体要求（略）',
    '1 「**」没有成对，会原样显示：「**一、总体要求（略）」。 → 是隐去的字，写成「××」或 \\*\\*；要加粗，前后都写「**」，例如 **重点**；都不是，就删掉。',
  ],
  [
    '首段\n由**商场承建',
    '2 「**」没有成对，会原样显示：「由**商场承建」。 → 是隐去的字，写成「××」或 \\*\\*；要加粗，前后都写「**」，例如 **重点**；都不是，就删掉。',
  ],
  [
    '由**公司中标',
    '1 「**」会原样显示：「由**公司中标」。 → 是隐去的字，写成「××」或 \\*\\*；要加粗，前后都写「**」，例如 **重点**。',
  ],
  [
    '填写：***（单位）***人',
    '1 「***」会原样显示：「填写：***（单位）***人」。 → 是隐去的字，写成「××」或 \\*\\*\\*；要加粗，前后都写「**」，例如 **重点**。',
  ],
  [
    '做到* *不走过场* *，',
    '1 「* *不走过场* *」的星号中间有空格，会原样显示。 → 要加粗，写成 **不走过场**；是隐去的字，写成「××」。',
  ],
  [
    '今收到__同志__元',
    '1 「__」会原样显示：「今收到__同志__元」。 → 要加粗，写成 **同志**；是空白处，写成 \\_\\_同志\\_\\_。',
  ],
] as const)('%j is reported', ([body, issue]) => {
  expect(bodyReport(body).issues).toEqual([issue]);
});

test.for([
  '**一、**总体要求（略）',
  '\\*\\*一、总体要求（略）',
  '今收到**同志**元',
  '由××公司中标，由\\*\\*公司中标，填写：××（单位），填写：\\*\\*\\*（单位）',
  '由××商场承建，由\\*\\*商场承建，做到**不走过场**，××到场',
  '今收到\\_\\_同志\\_\\_元',
  '张**、阿不都**、王某**的材料',
  '由__年__月起',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});

test('stars of bold type that spaces part are put together', () => {
  expect(mendedBody('做到* *不走过场* *，*　*重点*　*。')).toBe('做到**不走过场**，**重点**。');
});
