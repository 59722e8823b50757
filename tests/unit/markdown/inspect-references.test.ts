import { expect, test } from 'vitest';
import { bodyReport } from './a-body-report.ts';

test.for([
  ['说明 &#x202e;倒&#x202c; &#x1b;[31m', '说明 倒 [31m', 3],
  [
    '甲\n\n| 乙&#0; |\n| - |\n| [丙](https://www.gov.cn/&#1;) |',
    '甲\n\n| 乙 |\n| - |\n| [丙](https://www.gov.cn/) |',
    2,
  ],
  ['# 2025&#150;2026', '# 2025–2026', 1],
] as const)('%j is mended', ([body, mended, count]) => {
  const report = bodyReport(body);
  expect(report.issues.filter((issue) => issue.includes('&#'))).toHaveLength(count);
  expect(report.mended).toBe(mended);
  expect(bodyReport(mended).issues).toEqual([]);
});

test('one that is shown as it is written is no problem', () => {
  expect(bodyReport('写作 `&#x202e;` 或 \\&#x202e;，不是 &#8220;甲&#8221;。').issues).toEqual([]);
});

test.for([
  ['甲&#x2067;乙&rlm;丙&lrm;', '甲乙丙', ['&#x2067;', '&rlm;', '&lrm;'].map(turning)],
  [
    '## 甲&#x200b;乙\n\n| &shy;丙 |\n| - |\n| &ZeroWidthSpace;丁&zwj;&#xFEFF; |',
    '## 甲乙\n\n| 丙 |\n| - |\n| 丁 |',
    ['&#x200b;', '&shy;', '&ZeroWidthSpace;', '&zwj;', '&#xFEFF;'].map(parting),
  ],
  [
    '&#xf0b7;甲&#61623;乙&#xF0000;',
    '•甲•乙&#xF0000;',
    [
      font('&#xf0b7;', '换成普通的符号「•」。'),
      font('&#61623;', '换成普通的符号「•」。'),
      font('&#xF0000;', '请对照原文换成普通的符号或文字。'),
    ],
  ],
  [
    '甲&#xfffd;',
    '甲&#xfffd;',
    [
      '「&#xfffd;」显示成「�」，原来的字已经丢失。 → 对照原稿，把这个字直接写上；没有字的，删掉它。',
    ],
  ],
] as const)(
  '%j is judged as if the characters themselves stood there',
  ([body, mended, issues]) => {
    const report = bodyReport(body);
    expect(report.issues.map((issue) => issue.replace(/^\d+ /, ''))).toEqual(issues);
    expect(report.mended).toBe(mended);
    if (!mended.includes('&')) expect(bodyReport(mended).issues).toEqual([]);
  },
);

test.for([
  '&amp;lrm; \\&lrm; `&shy;` R&D; 甲&nbsp;乙&emsp;丙&ldquo;丁&rdquo;',
  'ئۇيغۇر&lrm;&rlm;',
  '&#x1F468;&zwj;&#x1F469;',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});

function turning(written: string): string {
  return `「${written}」是看不见的控制符，会让文字颠倒。 → 删掉「${written}」。`;
}

function parting(written: string): string {
  return `「${written}」是看不见的字符，会打断词语，搜索不到。 → 删掉「${written}」。`;
}

function font(written: string, fix: string): string {
  return `「${written}」是 Word 特殊字体（Wingdings、Symbol）的符号，网页上会显示成方框。 → ${fix}`;
}
