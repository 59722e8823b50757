/** npm run inspect: the site as an inspector would judge it, on a day, with a report. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { failsWithin } from '../src/inspection/judgement.ts';
import { makeReport, reportFiles } from '../src/inspection/report/make-report.ts';
import type { Report } from '../src/inspection/report/report.ts';
import { inspectSite } from '../src/inspection/inspect-site.ts';
import type { LiveResult } from '../src/inspection/live/live-site.ts';
import { NO_LINKS, readLinkState } from '../src/inspection/outbound/link-state.ts';
import type { LinkState } from '../src/inspection/outbound/link-state.ts';
import { readEarlier } from '../src/inspection/trend.ts';
import type { EarlierReport } from '../src/inspection/trend.ts';
import { formatIssues } from '../src/model/issue.ts';
import { createProgress } from '../src/output/progress.ts';
import { HOME } from '../src/system/project.ts';
import { writeTogether } from '../src/system/write-together.ts';
import { EXIT, readArguments, wrongUse } from './arguments.ts';
import { explain } from './failures.ts';
import { givenDay } from './given-day.ts';
import { liveInspection } from './inspect-live.ts';
import { inspectOutbound } from './inspect-outbound.ts';
import { reportFolderProblem } from './report-folder.ts';
import { describeInspection } from './inspection-report.ts';

/** Seconds between two visits of the deployed site. */
const BETWEEN_S = 15;
const LINKS = 'links.json';
const REPORTS = ['report.html', 'report.xlsx', 'self-check.docx', 'report.json'];
const FULL_DISK = ['ENOSPC', 'EDQUOT', 'EFBIG'];

const USAGE = `照上级检查的办法自查网站，写出报告：给领导看的一页、问题台账、自查表（Excel、Word）。
  npm run inspect
  npm run inspect -- --date 2026-12-31     看到那一天会怎样（不再发布别的稿件）
  npm run inspect -- --previous 文件        和以前的 report.json 比较，记住首次发现的日期
  npm run inspect -- --keep                和报告文件夹里上次的报告比较，外部链接的记录也在那里（给定时任务用）
  npm run inspect -- --report 文件夹        报告写到哪里，不写就是 inspection
  npm run inspect -- --warn-days 10        10 天内会被单项否决的，也以 1 结束（给定时任务用）
  npm run inspect -- --outbound            查外部链接打不打得开，隔天查两次；记在 --links 写的文件里
  npm run inspect -- --links 文件           把查到的外部链接写进报告
  npm run inspect -- --live 网址            再从外面看发布以后的网站，约 5 分钟，最多 15 分钟，看到的写进同一份报告；
                                           --every 秒：两次访问隔几秒
结束代码：0 合格，1 不合格或有必须改的问题，2 命令写得不对，3 机器的问题。`;

const { site, values } = readArguments(
  USAGE,
  {
    date: { type: 'string' },
    previous: { type: 'string' },
    report: { type: 'string' },
    keep: { type: 'boolean' },
    'warn-days': { type: 'string' },
    outbound: { type: 'boolean' },
    links: { type: 'string' },
    live: { type: 'string' },
    every: { type: 'string' },
  },
  'options',
);
const date = givenDay(values.date, site.now).slice(0, 10);
const warnDays = wholeNumber('warn-days', values['warn-days']);
const folder = resolve(HOME, values.report ?? 'inspection');
const refused =
  values.outbound && values.links !== undefined
    ? reportFolderProblem(dirname(resolve(HOME, values.links)), [basename(values.links)], '--links')
    : reportFolderProblem(folder, values.outbound ? [LINKS] : REPORTS);
if (refused !== undefined) wrongUse(refused);
const progress = createProgress(process.stderr);

let live: LiveResult | undefined;
if (values.live !== undefined) {
  const every = wholeNumber('every', values.every) ?? BETWEEN_S;
  live = await liveInspection(site, addressOf(values.live), every * 1000, date).catch(failed);
}
if (values.outbound) {
  const file = values.links === undefined ? join(folder, LINKS) : resolve(HOME, values.links);
  const before = (await linkState(file)) ?? NO_LINKS;
  process.exit(await inspectOutbound(site, file, before, progress).catch(failed));
}
const kept = (name: string): string | undefined =>
  values.keep && existsSync(join(folder, name)) ? join(folder, name) : undefined;
const earlier = await earlierReport(values.previous ?? kept('report.json'));
const links = await knownLinks(values.links ?? kept(LINKS));

const inspection = await inspectSite(site, date, progress, { links, live }).catch(failed);
if ('firstDay' in inspection) {
  wrongUse(
    `--date：${date} 这一天网站还没有稿件，最早的一篇是 ${inspection.firstDay}。请写这一天或者以后的日期。`,
  );
}
if ('issues' in inspection) {
  console.log(`${formatIssues(inspection.issues)}\n`);
  console.log('网站的设置有问题，检查不了。先运行 npm run check。');
  process.exit(EXIT.problems);
}
const report = makeReport(inspection, earlier);
await writeReport(report).catch(failed);
console.log(describeInspection(report, folder));
process.exitCode = isGood(report) ? EXIT.good : EXIT.problems;

function isGood({ judgement }: Report): boolean {
  if (judgement.verdict === 'fails' || judgement.counts.stop > 0) return false;
  return warnDays === undefined || !failsWithin(judgement, date, warnDays);
}

async function writeReport(made: Report): Promise<void> {
  const files = Object.entries(reportFiles(made)).map(([name, content]) => {
    const path = join(folder, name);
    return typeof content === 'string' ? { path, text: content } : { path, bytes: content };
  });
  // Half of an old report and half of a new one would be believed.
  await writeTogether(files).catch((error: unknown) => {
    // Of a full disk it is said below.
    if (!isFullDisk(error)) {
      console.error(`报告没有写成，${folder} 里的文件和运行以前一样。`);
    }
    throw error;
  });
}

function isFullDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && FULL_DISK.includes(String(error.code));
}

function failed(error: unknown): never {
  if (isFullDisk(error)) {
    const what = values.outbound ? '外部链接的记录' : '报告';
    console.error(
      `磁盘满了，${what}没有写成，原来的文件和运行以前一样。腾出空间，再运行一次；也可以写到别的磁盘上：--report 文件夹。`,
    );
    process.exit(EXIT.broken);
  }
  return explain(error, site);
}

function wholeNumber(option: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const number = Number(written);
  return Number.isInteger(number) && number >= 0 && written.trim() !== ''
    ? number
    : wrongUse(`--${option} 要写 0 或正整数，现在写的是「${written}」。`);
}

function addressOf(written: string): URL {
  if (/^https?:\/\//.test(written) && URL.canParse(written)) return new URL(written);
  return wrongUse(
    `--live 后面写完整的网址，例如 https://www.example.gov.cn/，现在写的是「${written}」。`,
  );
}

async function knownLinks(path: string | undefined): Promise<LinkState | undefined> {
  if (path === undefined) return undefined;
  const state = await linkState(resolve(HOME, path));
  return (
    state ?? wrongUse(`--links：没有「${path}」这个文件。先运行 npm run inspect -- --outbound。`)
  );
}

/** Undefined where there is none yet. */
async function linkState(file: string): Promise<LinkState | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const state = readLinkState(text);
  if (state) return state;
  console.error(
    `外部链接的记录「${file}」坏了，或者不是查外部链接时记下的文件，读不出来。把它删掉，隔天再运行两次 npm run inspect -- --outbound。`,
  );
  process.exit(EXIT.problems);
}

async function earlierReport(path: string | undefined): Promise<EarlierReport | undefined> {
  if (path === undefined) return undefined;
  const file = resolve(HOME, path);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) wrongUse(`--previous：没有「${path}」这个文件。`);
  const earlier = readEarlier(text);
  if (earlier) return earlier;
  console.error(
    `以前的报告「${path}」坏了，或者不是自查写出的 report.json，读不出来。有备份的换成备份；没有的，把它删掉，不写 --previous 再运行一次：这次发现的问题都算首次发现。`,
  );
  process.exit(EXIT.problems);
}
