/** What Word leaves in a pasted text is named, and mended where that is certain. */
import { expect, test } from 'vitest';
import { bodyReport, mendedBody } from './a-body-report.ts';

test.for([
  ['各单位：<o:p></o:p>', '<o:p></o:p>', '各单位：'],
  ['正文<w:sdt>内容</w:sdt>。', '<w:sdt></w:sdt>', '正文内容。'],
  [
    '在<st1:place w:st="on">北京</st1:place>召开',
    '<st1:place w:st="on"></st1:place>',
    '在北京召开',
  ],
  ['在<st1:place>北京', '<st1:place>', '在北京'],
  ['文字</o:p>', '</o:p>', '文字'],
] as const)('%j', ([body, code, mended]) => {
  expect(bodyReport(`首段。\n\n${body}`).issues).toEqual([
    `3 「${code}」是 Word 的代码，会原样显示。 → 删掉它，只留文字。`,
  ]);
  expect(mendedBody(body)).toBe(mended);
  expect(bodyReport(mended).issues).toEqual([]);
});

test('among the tags of a page', () => {
  expect(mendedBody('甲<u>乙</u><font color="red">丙</font><o:p></o:p><span>丁</span>')).toBe(
    '甲乙丙丁',
  );
  expect(mendedBody('<p>甲<o:p></o:p></p>')).toBe('甲');
});

test('in an .mdx body', () => {
  expect(bodyReport('甲<o:p></o:p>', 'mdx').issues).toEqual([
    '1 正文里有 HTML 标签 <o:p>，网页上不会显示。 → 删掉标签，只留文字。',
  ]);
});

const FIELD = '删掉它，换成读者该看到的文字，例如「图1」「第3页」。';

test.for([
  [
    'HYPERLINK "http://www.example.gov.cn/" 官网',
    '1 「HYPERLINK "http://www.example.gov.cn/"」是 Word 的链接代码，会原样显示。 → 删掉它；要链接，写成 [文字](http://www.example.gov.cn/)。',
  ],
  [
    '见 HYPERLINK \\l "_Toc1" \\h 目录',
    '1 「HYPERLINK \\l "_Toc1" \\h」是 Word 的链接代码，会原样显示。 → 删掉它；要链接，写成 [文字](网址)。',
  ],
  [
    '总则 PAGEREF _Toc123 \\h 3',
    `1 「PAGEREF _Toc123 \\h」是 Word 的域留下的，会原样显示。 → ${FIELD}`,
  ],
  [
    '见错误！未找到引用源。',
    `1 「错误！未找到引用源。」是 Word 的域留下的，会原样显示。 → ${FIELD}`,
  ],
  [
    '见Error! Bookmark not defined.',
    `1 「Error! Bookmark not defined.」是 Word 的域留下的，会原样显示。 → ${FIELD}`,
  ],
  [
    'EMBED Word.Document.8',
    `1 「EMBED Word.Document.8」是 Word 的域留下的，会原样显示。 → ${FIELD}`,
  ],
  [
    '首\uFFFC尾',
    '1 这里有 Word 的图片或者公式留下的空框，读者看不到内容。 → 删掉它；是图片，存成文件放在稿件旁边，写成 ![图片说明](1.jpg)。',
  ],
] as const)('%j', ([body, issue]) => {
  expect(bodyReport(body).issues).toEqual([issue]);
});

test.for([
  '[官网](http://www.example.gov.cn/) 官网',
  '见<https://www.example.gov.cn/>、<mailto:a@example.gov.cn>',
  '程序报告错误！请重试。REF 标准，比例 a:b',
  '`<o:p>`是 Word 的代码',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});
