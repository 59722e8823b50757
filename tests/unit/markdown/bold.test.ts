/** Bold type in Chinese: what staff put between two `**` is bold, and asterisks that hide or multiply stay. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../../scripts/bench/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport } from './a-body-report.ts';

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

const WORDS =
  '会议|供暖|，|。|、|“三新”|《办法》|（试行）|23%|2026年|58|3.5|A股|：|；|全面落实|各支部|！'.split(
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
    '1 「**」没有成对，会原样显示：「**一、总体要求（略）」。 → 要加粗的文字前后都写「**」，例如 **重点**；不加粗就删掉；要显示星号，写成 \\*\\*。',
  ],
  [
    '首段\n涉事的**公司',
    '2 「**」没有成对，会原样显示：「涉事的**公司」。 → 要加粗的文字前后都写「**」，例如 **重点**；不加粗就删掉；要显示星号，写成 \\*\\*。',
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
  '今收到\\_\\_同志\\_\\_元',
  '张**、阿不都**、王某**的材料',
  '由__年__月起',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});
