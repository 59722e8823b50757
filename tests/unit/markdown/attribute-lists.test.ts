/** What other editors write in braces is no text of the article. */
import { expect, test } from 'vitest';
import { bodyReport, mendedBody } from './a-body-report.ts';

const issue = (line: number, written: string): string =>
  `${line} 「${written}」是别的编辑器的格式，会原样显示。 → 删掉它：图片的大小、文字的样式由网站统一安排。`;

test.for([
  ['![会场](1.jpg){width=50%}', [issue(1, '{width=50%}')], '![会场](1.jpg)'],
  ['一\n\n## 会议 {#huiyi .center}', [issue(3, '{#huiyi .center}')], '一\n\n## 会议'],
  [
    '详见[通知](https://a.cn/){target="_blank" rel=nofollow}。',
    [issue(1, '{target="_blank" rel=nofollow}')],
    '详见[通知](https://a.cn/)。',
  ],
  ['第一行\n正文{: .red}。', [issue(2, '{: .red}')], '第一行\n正文。'],
  // A bookmark of Word
  [
    '## []{#_Toc123 .anchor}总则\n\n一[ ]{.mark}。',
    [issue(1, '[]{#_Toc123 .anchor}'), issue(3, '[ ]{.mark}')],
    '## 总则\n\n一。',
  ],
] as const)('%s is reported, and gone when it is mended', ([body, issues, mended]) => {
  expect(bodyReport(body).issues).toEqual(issues);
  expect(mendedBody(body).trimEnd()).toBe(mended);
  expect(bodyReport(mendedBody(body)).issues).toEqual([]);
});

test('the words of a pandoc span stay, without brackets', () => {
  const body = '请[盖章]{.underline}，见[附件]{custom-style="正文"}。\n\n**[注]{.mark}**';
  const words = (line: number, written: string, right: string): string =>
    `${line} 「${written}」是别的编辑器的格式，会原样显示。 → 写成 ${right}：文字的样式由网站统一安排。`;
  expect(bodyReport(body).issues).toEqual([
    words(1, '[盖章]{.underline}', '盖章'),
    words(1, '[附件]{custom-style="正文"}', '附件'),
    words(3, '[注]{.mark}', '注'),
  ]);
  expect(mendedBody(body)).toBe('请盖章，见附件。\n\n**注**');
  expect(bodyReport(mendedBody(body)).issues).toEqual([]);
});

test('of a span that holds bold type the brackets go too, by hand', () => {
  const body = '请[**盖章**]{.mark}。';
  expect(bodyReport(body).issues).toEqual([
    '1 「{.mark}」是别的编辑器的格式，会原样显示。 → 删掉它和前面的一对方括号，方括号里的文字留下：文字的样式由网站统一安排。',
  ]);
  expect(mendedBody(body)).toBe(body);
  expect(bodyReport('请**盖章**。').issues).toEqual([]);
});

test.for(['集合 {1, 2}，{x=1}', '请填{姓名}', '`{.red}`', '{2026}', '\\{.red\\} 是样式？{}'])(
  '%s is text',
  (body) => {
    expect(bodyReport(body).issues).toEqual([]);
  },
);
