/** npm run inspect: the site as an inspector would judge it, on a day, with a report. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failsWithin } from '../src/inspection/judgement.ts';
import { makeReport, reportFiles } from '../src/inspection/report/make-report.ts';
import type { Report } from '../src/inspection/report/report.ts';
import { inspectSite } from '../src/inspection/inspect-site.ts';
import { readEarlier } from '../src/inspection/trend.ts';
import type { EarlierReport } from '../src/inspection/trend.ts';
import { formatIssues } from '../src/model/issue.ts';
import { createProgress } from '../src/output/progress.ts';
import { HOME } from '../src/system/project.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { explain } from './failures.ts';
import { givenDay } from './given-day.ts';
import { describeInspection } from './inspection-report.ts';

const USAGE = `照上级检查的办法自查网站，写出报告：给领导看的一页、问题台账、自查表（Excel、Word）。
  npm run inspect
  npm run inspect -- --date 2026-12-31     看到那一天会怎样（不再发布别的稿件）
  npm run inspect -- --previous 文件        和以前的 report.json 比较，记住首次发现的日期
  npm run inspect -- --report 文件夹        报告写到哪里，不写就是 inspection
  npm run inspect -- --warn-days 10        10 天内会被单项否决的，也以 1 结束（给定时任务用）
结束代码：0 合格，1 不合格或有必须改的问题，2 命令写得不对，3 机器的问题。`;

const { site, values } = readArguments(
  USAGE,
  {
    date: { type: 'string' },
    previous: { type: 'string' },
    report: { type: 'string' },
    'warn-days': { type: 'string' },
  },
  'options',
);
const date = givenDay(values.date, site.now).slice(0, 10);
const warnDays = wholeDays(values['warn-days']);
const earlier = values.previous === undefined ? undefined : await earlierReport(values.previous);
const folder = resolve(HOME, values.report ?? 'inspection');

const inspection = await inspectSite(site, date, createProgress(process.stderr)).catch(
  (error: unknown) => explain(error, site),
);
if ('issues' in inspection) {
  console.log(`${formatIssues(inspection.issues)}\n`);
  console.log('网站的设置有问题，检查不了。先运行 npm run check。');
  process.exit(EXIT.problems);
}
const report = makeReport(inspection, earlier);
await writeReport(report).catch((error: unknown) => explain(error, site));
console.log(describeInspection(report, folder));
process.exitCode = isGood(report) ? EXIT.good : EXIT.problems;

function isGood({ judgement }: Report): boolean {
  if (judgement.verdict === 'fails' || judgement.counts.stop > 0) return false;
  return warnDays === undefined || !failsWithin(judgement, date, warnDays);
}

async function writeReport(made: Report): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(reportFiles(made))) {
    await writeFile(join(folder, name), content);
  }
}

function wholeDays(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const days = Number(written);
  return Number.isInteger(days) && days >= 0 && written.trim() !== ''
    ? days
    : wrongUse(`--warn-days 要写 0 或正整数，现在写的是「${written}」。`);
}

async function earlierReport(path: string): Promise<EarlierReport> {
  const file = resolve(HOME, path);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) wrongUse(`--previous：没有「${path}」这个文件。`);
  return readEarlier(text) ?? wrongUse(`--previous：「${path}」不是自查写出的 report.json。`);
}
