/** One finding may stand for many articles: the workbook and the JSON hold each, and each is a fault. */
import { expect, it } from 'vitest';
import { deductionsOf } from '../../../src/inspection/deductions.ts';
import { finding } from '../../../src/inspection/found.ts';
import { reviewRule } from '../../../src/inspection/inspection-rules.ts';
import { makeReport, reportFiles } from '../../../src/inspection/report/make-report.ts';
import { anInspection, textOf } from '../../support/an-inspection.ts';

const places = Array.from({ length: 75 }, (_, at) => ({
  title: `供热检查第${at + 1}期`,
  url: `https://bureau.example.gov.cn/tz/2026/${at + 1}/`,
  file: `content/articles/2026/20261101-a${at + 1}.md`,
}));
const many = finding(reviewRule, {
  file: 'content/articles',
  message: '75 篇稿件没有写审核人：《供热检查第1期》等。',
  fix: '写审核人。',
  places,
});

it('all of them stand in the report, and the page says where', async () => {
  const files = reportFiles(makeReport(await anInspection([many])));
  for (const name of ['report.xlsx', 'report.json']) {
    const text = textOf(files, name);
    for (const { title, url, file } of places)
      for (const each of [title, url, file]) expect(text).toContain(each);
  }
  expect(files['report.html']).toContain('共 75 处，逐个见 report.xlsx 的“问题明细”');
});

it('each costs what one fault costs', async () => {
  const row = { indicator: '审核', points: 0.5, most: 100, rules: [reviewRule.id] };
  const inspection = await anInspection([many]);
  const table = { source: '示例', date: '2026-01-01', rows: [row] };
  const { entries } = makeReport(inspection);
  const deductions = deductionsOf({ ...inspection, deductions: table }, entries);
  expect(deductions?.rows).toMatchObject([{ count: 75, taken: 37.5 }]);
});
