import { expect, test } from 'vitest';
import { bodyReport, mendedBody } from './a-body-report.ts';

const MESSAGE = '这一行里有 Word 特殊字体（Wingdings、Symbol）的符号，网页上会显示成方框。';

test.for([
  ['\uf06c 第一项', '● 第一项', '换成普通的符号「●」。'],
  ['\uf0fe 同意 \uf0a8 不同意', '☑ 同意 □ 不同意', '换成普通的符号「☑」「□」。'],
  [
    '\uf0b7甲\ue123乙',
    '•甲\ue123乙',
    '换成普通的符号「•」。「乙」前面的符号认不出来，请对照原文换成普通的符号或文字。',
  ],
  ['甲\ue123', '甲\ue123', '「甲」后面的符号认不出来，请对照原文换成普通的符号或文字。'],
] as const)('%j', ([body, mended, fix]) => {
  expect(bodyReport(`首段。\n\n${body}`).issues).toEqual([`3 ${MESSAGE} → ${fix}`]);
  expect(mendedBody(body)).toBe(mended);
});

test('the usual signs are in order', () => {
  expect(bodyReport('• ☑ ☒ □ ● ■ ◆ ➢ ✓ 𠮷').issues).toEqual([]);
});
