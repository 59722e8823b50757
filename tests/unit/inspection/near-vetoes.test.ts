/** Columns that inspectors count by what they are called: each is named, with its day, wherever the head looks. */
import { expect, it } from 'vitest';
import { columnTable } from '../../../src/inspection/columns/column-table.ts';
import { vetoesOf } from '../../../src/inspection/columns/vetoes.ts';
import { makeReport, reportFiles } from '../../../src/inspection/report/make-report.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';
import { anInspection, textOf } from '../../support/an-inspection.ts';

const NAMES = ['供热动态', '供水动态', '园区要闻', '科室新闻', '基层动态'];
const TODAY = '2026-11-26';

/** @param days of the last article of each column */
async function aReport(days: readonly string[]) {
  const columns = NAMES.map((name, at) => `- { slug: c${at}, name: ${name}, updateDays: 60 }\n`);
  const bureau = await aBureau({
    'content/columns.yaml': `${columns.join('')}- { slug: tz, name: 通知公告, updateDays: 30 }\n`,
    'content/articles/2026/20261101-tz.md': aText('2026-11-01'),
    ...Object.fromEntries(
      days.map((day, at) => [
        `content/articles/2026/${day.replaceAll('-', '')}-a${at}.md`,
        aText(day).replace('category: 通知公告', `category: ${NAMES[at]}`),
      ]),
    ),
  });
  const { judged } = await bureau.read(`${TODAY} 23:59`);
  if (!judged) throw new Error('The site has no settings');
  const inspection = {
    ...(await anInspection()),
    found: [],
    vetoes: vetoesOf(judged.site, TODAY),
    columns: columnTable(judged.site, TODAY),
  };
  return makeReport(inspection);
}

it('five that fail together on one day are asked for, each by its day', async () => {
  const report = await aReport(NAMES.map(() => '2026-11-16'));
  expect(report.judgement.failsOn).toBe('2026-12-01');
  const row = report.judgement.vetoes.find(({ id }) => id === 'veto/news-and-notices');
  expect(row?.items).toEqual(NAMES.map((name) => ({ name, day: '2026-12-01' })));
  expect(report.tasks.slice(0, 5)).toMatchObject(
    NAMES.map((name) => ({ by: '2026-11-30', what: `在「${name}」发布一篇`, isVeto: true })),
  );
  expect(report.inspection.columns[0]).toMatchObject({ limit: 14, left: 4 });
});

it('one that counts already is named in each file of the report', async () => {
  const report = await aReport(['2026-11-10', ...NAMES.slice(1).map(() => '2026-11-26')]);
  const files = reportFiles(report);
  for (const name of ['report.html', 'report.xlsx', 'self-check.docx', 'report.json'])
    expect(textOf(files, name)).toContain('供热动态');
  expect(files['report.html']).toContain(
    '<span class="note">「供热动态」、「供水动态」（12月11日起）',
  );
  expect(textOf(files, 'self-check.docx')).toContain('未发现（1/5：「供热动态」、');
});
