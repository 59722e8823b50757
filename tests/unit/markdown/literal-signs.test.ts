/** Signs that are text in Chinese: blanks to fill in, marks, paths; no `*` and no `_` goes without a word. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../support/random.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { aBodyContext, nothingKnown } from './a-body-context.ts';
import { bodyReport, mendedBody } from './a-body-report.ts';

const context = aBodyContext(nothingKnown);

test.for([
  '甲方（盖章）：________乙方（盖章）：________',
  '姓名：____性别：____',
  '编号：______________，日期：______________。',
  '（签字）________（盖章）________',
  '甲方：__乙方：__',
  '签字：__，盖章：__。',
  '姓名:__性别:__年龄:__',
  '今收到__同志交来__元',
  '*为必填项，详见附件*。',
  '*为必填项。联系人（*）',
  '（*）为必填，（*）为选填',
  '姓名*，电话*，住址*。',
  '第_页，共_页',
  '第__页 共__页',
  '第__页共__页',
  '第__页，共__页，第__页共__页',
  '2026年__月__日起__日内',
  '由__时__分至__时__分',
  '__日上午__时__分到__会议室',
  '__页，共有__页',
  '人民币__元整__角',
  '____________',
  '___',
  '_ _ _ _ _',
  '＿＿＿',
  '姓名：____ 电话：____',
  '*号为联系人；带*项必填',
])('%s is shown as it was typed, and nothing is said', async (body) => {
  expect(await renderMarkdown(body, context)).toBe(`<p>${body}</p>`);
  expect(bodyReport(body).issues).toEqual([]);
});

test.for([
  [
    '甲方：\n____________\n乙方：\n___\n年月日',
    ['甲方：', '____________', '乙方：', '___', '年月日'],
  ],
  ['签名：\n----------\n\n密码:\n********', ['签名：', '----------', '密码:', '********']],
] as const)(
  '%j: what is to be filled in or hidden below a label is no rule',
  async ([body, lines]) => {
    const html = lines.map((line) => `<p>${line}</p>`).join('\n');
    expect(await renderMarkdown(body, context)).toBe(html);
    expect(bodyReport(body).issues).toEqual([]);
  },
);

test('a blank in a quotation, a list and a cell is shown', async () => {
  const html = await renderMarkdown('> ____\n\n- ____\n\n| 姓名 |\n| - |\n| ____ |', context);
  expect(html.match(/<(p|li|td)(?: [^>]*)?>____<\/\1>/g)).toHaveLength(3);
});

test.for(['甲\n\n---\n\n乙', '甲\n\n***\n\n乙', '附件：\n---\n乙', '甲\n\n* * *\n\n乙'])(
  '%j holds a rule',
  async (body) => {
    expect(await renderMarkdown(body, context)).toContain('<hr>');
    expect(bodyReport(body).issues).toEqual([]);
  },
);

test.for([
  ['；**a**b**c**。', '；<strong>a</strong>b<strong>c</strong>。'],
  ['**a**b**c**', '<strong>a</strong>b<strong>c</strong>'],
  ['**12**34**', '<strong>12**34</strong>'],
  ['*《办法》*全文', '<em>《办法》</em>全文'],
  ['见（*Homo sapiens*）', '见（<em>Homo sapiens</em>）'],
  ['***重点***', '<em><strong>重点</strong></em>'],
] as const)('%s', async ([body, html]) => {
  expect(await renderMarkdown(body, context)).toBe(`<p>${html}</p>`);
});

test('a word that was meant to be italic is named, and both remedies pass', () => {
  expect(bodyReport('各单位要：*高度重视*。').issues).toEqual([
    '1 「*高度重视*」的星号会原样显示。 → 要突出，写成 **高度重视**；要显示星号，写成 \\*高度重视\\*。',
  ]);
  expect(bodyReport('各单位要：**高度重视**。').issues).toEqual([]);
  expect(bodyReport('各单位要：\\*高度重视\\*。').issues).toEqual([]);
});

test.for(['## 见[文件](/a/)和*要点*', '见**文件**和*要点*。'])(
  'so is one behind another word: %s',
  (body) => {
    expect(bodyReport(body).issues).toEqual([
      '1 「*要点*」的星号会原样显示。 → 要突出，写成 **要点**；要显示星号，写成 \\*要点\\*。',
    ]);
  },
);

test.for(['获奖者为张*和李*。', '欧阳*与买买提*。', '带*号和*项必填。'])('%s is left', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});

test('a path that was mended is shown as it was typed', async () => {
  for (const path of ['D:\\[文件]\\_a_', 'D:\\报表\\_2026', 'D:\\_a_\\_b_']) {
    const mended = mendedBody(`文件在 ${path} 里`);
    expect(await renderMarkdown(mended, context)).toBe(`<p>文件在 ${path} 里</p>`);
    expect(bodyReport(mended).issues).toEqual([]);
  }
});

test('of 3,000 texts no asterisk and no underscore goes without a word', async () => {
  const random = seededRandom(17);
  for (let round = 0; round < 3_000; round += 1) {
    const signs = Array.from({ length: random.between(2, 14) }, () =>
      random.pick([...'张甲，。：*_ a《》']),
    );
    const body = `始${signs.join('')}终`;
    const html = await renderMarkdown(body, context);
    const shown = html.replaceAll(/<\/?em>/g, '*').replaceAll(/<\/?strong>/g, '**');
    const count = (text: string): number => text.replaceAll(/[^*_]/g, '').length;
    if (count(shown) < count(body)) expect(bodyReport(body).issues, body).not.toEqual([]);
    expect(html, body).not.toMatch(/<(em|strong)><\/\1>/);
  }
});
