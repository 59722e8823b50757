/** Pictures, links and bold type with a sign that Markdown does not know: said with the whole name, and mended. */
import { expect, test } from 'vitest';
import { bodyReport, mendedBody } from './a-body-report.ts';

const SPACE = '文件名里有空格，要用「< >」括起来，';

test.for([
  ['![现场](会议 现场（1）.JPG)', SPACE, '![现场](<会议 现场（1）.JPG>)'],
  ['![会议[四]现场](4 (1).jpg)', SPACE, '![会议[四]现场](<4 (1).jpg>)'],
  ['![现场【2】]（图【2】 (1).jpg）', '括号改成英文的「( )」，', '![现场【2】](<图【2】 (1).jpg>)'],
  ['![现场](a b(1).jpg)', SPACE, '![现场](<a b(1).jpg>)'],
  ['[申报表](附件1 申报表（2026年）.docx)', SPACE, '[申报表](<附件1 申报表（2026年）.docx>)'],
  [
    '[公告](https://www.gov.cn/a b.htm)',
    '网址里的空格要写成 %20，',
    '[公告](https://www.gov.cn/a%20b.htm)',
  ],
  ['![现场]（图（1）.jpg）', '括号改成英文的「( )」，', '![现场](<图（1）.jpg>)'],
  ['！[现场]（图 1.jpg）', '感叹号改成英文的「!」，', '![现场](<图 1.jpg>)'],
  ['【申报表】（附件1.docx）', '方括号改成英文的「[ ]」，', '[申报表](附件1.docx)'],
  ['!【现场】(1.jpg)', '方括号改成英文的「[ ]」，', '![现场](1.jpg)'],
  ['[申报表] (附件1.docx)', '两个括号之间不能有空格，', '[申报表](附件1.docx)'],
  ['！[现场](1.jpg)', '感叹号改成英文的「!」，', '![现场](1.jpg)'],
  ['＊＊重点＊＊工作', '星号改成英文的「*」，', '**重点**'],
] as const)('%j', ([body, reason, right]) => {
  const written = body.replace('工作', '');
  expect(bodyReport(`首段。\n二 ${body}`).issues).toEqual([
    `2 「${written}」没有认出来，会原样显示。 → ${reason}写成 ${right}。`,
  ]);
  expect(mendedBody(`首段。\n二 ${body}`)).toBe(`首段。\n二 ${body.replace(written, right)}`);
  expect(bodyReport(right).issues).toEqual([]);
});

test('of an address that was pasted behind another one is kept, and which is asked', () => {
  const body = '[公告](https://www.gov.cn/a https://www.gov.cn/b)';
  expect(bodyReport(body).issues).toEqual([
    `1 「${body}」没有认出来，会原样显示。 → 网址有两个，只留一个，写成 [公告](https://www.gov.cn/b)。`,
  ]);
  expect(mendedBody(body)).toBe(body);
  expect(bodyReport('[公告](https://www.gov.cn/b)').issues).toEqual([]);
});

test.for([
  '国办发[2017]（47号）、【重要】（略）、〔2026〕12号',
  '张＊＊、李＊＊到场，138＊＊＊＊1234',
  '[附件1](附件1(2026年).docx)',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});
