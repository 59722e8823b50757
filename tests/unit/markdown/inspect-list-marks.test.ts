import { expect, test } from 'vitest';
import { bodyReport } from './a-body-report.ts';

test.for([
  [
    '- 10℃以下停工。',
    '「- 10℃以下停工。」行首的「-」会变成列表的圆点，减号不会显示。',
    '是正负号，去掉后面的空格，写成「-10℃以下停工。」；是列表的一项，写成「• 10℃以下停工。」。',
  ],
  [
    '+ 5家单位',
    '「+ 5家单位」行首的「+」会变成列表的圆点，加号不会显示。',
    '是正负号，去掉后面的空格，写成「+5家单位」；是列表的一项，写成「• 5家单位」。',
  ],
  [
    '* 以上由安全处解释。',
    '「* 以上由安全处解释。」行首的「*」会变成列表的圆点，星号不会显示。',
    '是注释的星号，在前面加一个反斜杠，写成「\\* 以上由安全处解释。」；是列表的一项，写成「- 以上由安全处解释。」。',
  ],
] as const)('%j is asked, and either remedy ends it', ([body, message, fix]) => {
  expect(bodyReport(body).issues).toEqual([`1 ${message} → ${fix}`]);
  for (const [, remedy = ''] of fix.matchAll(/写成「(.+?)」/g))
    expect(bodyReport(remedy).issues, remedy).toEqual([]);
});

test('each temperature of a list is asked', () => {
  expect(bodyReport('- 10℃停工\n\n- 5℃停课').issues).toHaveLength(2);
});

test.for([
  '- 甲',
  '- 10家单位\n- 20家单位',
  '- 10家单位\n  - 5家单位',
  '- 2026年1月起施行',
  '- 2026-01-02',
  '- 2026nian_baobiao',
  '* 甲\n* 乙',
  '- 甲\n  * 乙',
  '*5折',
  '-10℃',
])('%j is in order', (body) => {
  expect(bodyReport(body).issues).toEqual([]);
});

test('a line of a table that was named is not named again', () => {
  const { issues } = bodyReport(
    '| 甲 | 乙 | 丙 |\n| --- |\n| 1 | 2 | 3 |\n\n　　| 甲 |\n　　| --- |\n　　| 1 |',
  );
  expect(issues.map((issue) => issue.split(' → ')[0])).toEqual([
    '1 从这一行起的表格没有认出来，会原样显示。',
    '5 从这一行起的表格没有认出来，会原样显示。',
  ]);
});
