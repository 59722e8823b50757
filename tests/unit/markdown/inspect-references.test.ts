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
