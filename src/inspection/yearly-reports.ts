/** What has to be published by 31 January of each year: the report of the site, and the report on disclosure. */
import type { Article } from '../model/article.ts';
import type { Site } from '../site/site.ts';
import { finding, WEBMASTER } from './found.ts';
import type { Found } from './found.ts';
import { yearlyReportRule } from './inspection-rules.ts';

const DEADLINE = '01-31';

const REPORTS: readonly { name: string; isIt(title: string): boolean }[] = [
  {
    name: '政府网站工作年度报表',
    isIt: (title) => /网站/.test(title) && /年度/.test(title) && /报表|报告/.test(title),
  },
  {
    name: '政府信息公开工作年度报告',
    isIt: (title) => /信息公开/.test(title) && /年度/.test(title) && /报告/.test(title),
  },
];

/** Of the year before: told in January, and from February on what counts. @param today `YYYY-MM-DD` */
export function yearlyReportIssues(site: Site, today: string): Found[] {
  const now = Number(today.slice(0, 4));
  const year = now - 1;
  const deadline = `${now}-${DEADLINE}`;
  const isLate = today > deadline;
  return REPORTS.flatMap(({ name, isIt }) => {
    const report = site.content.articles.find(
      ({ title, date }) => isIt(title) && isOfYear(title, year) && date.slice(0, 4) >= `${now}`,
    );
    if (report) return lateReport(report, name, deadline);
    const until = isLate ? `1 月 31 日已经过了` : `1 月 31 日截止`;
    return [
      finding(yearlyReportRule, {
        level: isLate ? 'stop' : 'warn',
        file: 'content/articles',
        message: `没有找到 ${year} 年度的《${name}》，${until}。`,
        fix: `请发布，标题里写明「${year}年」和「${name}」。`,
        bites: isLate ? undefined : `${now}-02-01`,
        owner: WEBMASTER,
      }),
    ];
  });
}

function isOfYear(title: string, year: number): boolean {
  return title.includes(`${year}年`);
}

function lateReport({ date, file, title }: Article, name: string, deadline: string): Found[] {
  if (date.slice(0, 10) <= deadline) return [];
  return [
    finding(yearlyReportRule, {
      level: 'info',
      file,
      message: `《${name}》是 ${date.slice(0, 10)} 公布的，晚于 1 月 31 日。`,
      fix: '明年请在 1 月 31 日以前公布。',
      title,
      owner: WEBMASTER,
    }),
  ];
}
