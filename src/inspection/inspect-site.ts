/** The site as an inspector judges it on a day: content, pages, git. Nothing here asks the clock. */
import { commitOf } from '../build/commit-of.ts';
import { readSite } from '../build/read-site.ts';
import type { SiteReading } from '../build/read-site.ts';
import type { DeductionTable } from '../model/deductions.ts';
import type { Issue } from '../model/issue.ts';
import type { SiteOptions } from '../output/options.ts';
import type { Progress } from '../output/progress.ts';
import { recordNames } from '../review/read-review.ts';
import type { Site } from '../site/site.ts';
import { articleFacts, articleIssues } from './article-issues.ts';
import { columnIssues, vetoIssues } from './columns/column-issues.ts';
import { columnTable } from './columns/column-table.ts';
import type { ColumnRow } from './columns/column-table.ts';
import { vetoesOf } from './columns/vetoes.ts';
import type { Veto } from './columns/vetoes.ts';
import { readDeductions } from './deductions.ts';
import { finding, WEBMASTER } from './found.ts';
import type { Found, FoundPlace } from './found.ts';
import { commitTimeIssues, readDisorder } from './history/commit-times.ts';
import { judgeDates } from './history/date-issues.ts';
import { readHistory } from './history/git-history.ts';
import { readMigrated } from './history/migrated.ts';
import { reviewIssues } from './history/review-issues.ts';
import { liveRule, unreachableRule } from './inspection-rules.ts';
import type { LiveFinding } from './live/live-finding.ts';
import type { LiveResult, Reach } from './live/live-site.ts';
import { linkIssues } from './outbound/link-issues.ts';
import type { LinkState } from './outbound/link-state.ts';
import { inspectPages } from './pages/inspect-pages.ts';
import type { PagesJudged } from './pages/inspect-pages.ts';
import { siteCache } from '../system/project.ts';
import { readReported, reportedIssues } from './reported-errors.ts';
import type { ReportedRow } from './reported-errors.ts';
import { yearlyReportIssues } from './yearly-reports.ts';

export interface Inspection {
  /** `YYYY-MM-DD`; what is scheduled on that day counts as published. */
  date: string;
  /** '' where something is not committed. */
  commit: string;
  name: string;
  url: string;
  vetoes: Veto[];
  columns: ColumnRow[];
  found: Found[];
  /** 扣分标准; left out where there is none. */
  deductions?: DeductionTable | undefined;
  /** 找错台账; left out where there is none. */
  reported?: ReportedRow[] | undefined;
  /** What was looked at, as counts. */
  seen: {
    articles: number;
    pages: number | undefined;
    history: number | undefined;
    migrated: number;
    /** Whether what is known of links to other sites was given. */
    links?: boolean;
    /** From outside, in Chinese; left out where nobody looked. */
    live?: string[];
    /** The same of the home page alone, as numbers. */
    reach?: Reach;
  };
  /** Articles that have no date of git to be compared with: all of those of which `unchecked` names some. */
  uncommitted?: FoundPlace[];
  /** What was not looked at, each with the reason, in Chinese. */
  unchecked: string[];
}

/** What cannot be seen from the texts of a site. */
const NOT_FROM_OUTSIDE = [
  '网站能不能打开、快不快：要从外面看，运行 npm run inspect -- --live 网址，或看监测平台的记录。',
  '网页有没有被篡改：运行 npm run inspect -- --live，和发布清单对照。',
];
const NEVER_CHECKED = [
  'public 文件夹里的网页、json、svg（查的是办公文件、PDF、压缩包、csv、tsv、txt 和字幕 vtt、srt）：里面有没有个人信息，要人看。',
  'PDF 里图章的外观、盖在图片上的替代文字：里面有没有个人信息，要人看。',
  '链接到的别的网站现在是什么内容：要人看。',
  '留言有没有按时答复、服务好不好用、有没有负面舆情：不在网站的文件里，要人查。',
];

const REPORTED_NOT_CHECKED = '“我为政府网站找错”的留言有没有按时答复';
/** Who rewrites all of it leaves nothing to be compared. */
const HISTORY_NOT_KNOWN = '提交记录有没有整个改写过：程序看不出来，要和留存的备份对照。';
const LINKS_NOT_CHECKED =
  '外部链接打不打得开：隔天运行两次 npm run inspect -- --outbound，再用 --links 写进报告。';

/**
 * @param date the day, `YYYY-MM-DD`
 * @param options.now asked for nothing but whether the day has passed
 * @param known what was found beside: of links by the last runs of `--outbound`, of the deployed site by `--live`
 * @returns the issues alone where the settings are not in order, without which there is no site; the day of the first article
 *   where that is to come on a day that has passed
 */
export async function inspectSite(
  options: SiteOptions,
  date: string,
  progress: Progress,
  { links, live }: { links?: LinkState | undefined; live?: LiveResult | undefined } = {},
): Promise<Inspection | { issues: Issue[] } | { firstDay: string }> {
  const site = { ...options, now: `${date} 23:59` };
  progress.say('读取稿件……');
  const reading = await readSite(site);
  const { judged } = reading;
  if (!judged) return { issues: reading.issues };
  if (judged.site.content.articles.length === 0 && date < options.now.slice(0, 10)) {
    const toCome = judged.hidden.filter(({ reason }) => reason === 'future');
    const [firstDay] = toCome.flatMap(({ article }) => article.date?.slice(0, 10) ?? []).toSorted();
    if (firstDay !== undefined) return { firstDay };
  }
  const unchecked: string[] = [];
  const vetoes = vetoesOf(judged.site, date);
  const columns = columnTable(judged.site, date);
  const git = await judgeHistory(judged.site, date, unchecked, progress);
  const pages = await judgePages(reading, unchecked, progress);
  if (!links) unchecked.push(LINKS_NOT_CHECKED);
  const { content } = judged.site.content.roots;
  const reported = await readReported(content, date);
  if ('why' in reported) unchecked.push(`${REPORTED_NOT_CHECKED}：${reported.why}。`);
  else if (reported.later > 0) {
    unchecked.push(
      `${reported.later} 条找错留言：content/reported.yaml 里的收到日期（received）晚于检查日期 ${date}，写错的请改正。`,
    );
  }
  const messages = 'rows' in reported ? reported.rows : undefined;
  const deductions = await readDeductions(content, date);
  if (deductions.why !== undefined) unchecked.push(`扣多少分：${deductions.why}。`);
  return {
    date,
    commit: commitOf(site).commit,
    name: judged.site.config.name,
    url: judged.site.config.url,
    vetoes,
    columns,
    found: [
      ...vetoIssues(vetoes, date),
      ...git.found,
      ...columnIssues(columns, date),
      ...yearlyReportIssues(judged.site, date),
      ...pages.issues,
      ...(links ? linkIssues(pages.outbound, links, date) : []),
      ...reportedIssues(messages ?? [], date),
      ...deductions.issues,
      ...(live?.findings.map(ofLive) ?? []),
      ...articleIssues(judged.site),
      ...checked(reading, judged.site),
    ],
    reported: messages,
    deductions: deductions.table,
    seen: {
      articles: judged.site.content.articles.length,
      pages: pages.pages,
      history: git.articles,
      migrated: git.migrated,
      ...(links && { links: true }),
      ...(live && { live: live.seen, ...(live.reach && { reach: live.reach }) }),
    },
    ...(git.uncommitted && { uncommitted: git.uncommitted }),
    unchecked: [...unchecked, ...(live?.unchecked ?? NOT_FROM_OUTSIDE), ...NEVER_CHECKED],
  };
}

async function judgeHistory(site: Site, date: string, unchecked: string[], progress: Progress) {
  progress.say('核对提交记录……');
  const { content } = site.content.roots;
  const [history, ledger, records] = await Promise.all([
    readHistory(content, siteCache(site.content.roots)),
    readMigrated(content),
    recordNames(content),
  ]);
  if ('why' in history) {
    unchecked.push(`发布日期和审核记录：${history.why}。`);
    return { found: [], articles: undefined, migrated: 0 };
  }
  if (!ledger) {
    // Whoever was entered in it would be called a forger.
    unchecked.push(
      '发布日期和审核记录：content/migrated.yaml（补登台账）有写错的地方，改好以后再查。',
    );
    return { found: [], articles: undefined, migrated: 0 };
  }
  const { issues, unknown, migrated, uncommitted } = judgeDates(site, history, ledger, date);
  if (unknown > 0) {
    unchecked.push(
      `${unknown} 篇稿件的发布日期：要按工作日算，那一年的放假安排程序里没有，要人核对。`,
    );
  }
  if (uncommitted.length > 0) unchecked.push(notCommitted(uncommitted));
  const disorder = await readDisorder(content);
  unchecked.push(HISTORY_NOT_KNOWN);
  const found = [
    ...issues,
    ...commitTimeIssues(site, history, disorder, ledger, date),
    ...reviewIssues(site, history, new Set(records)),
  ];
  const articles = site.content.articles.length - uncommitted.length;
  return {
    found,
    articles,
    migrated,
    uncommitted: uncommitted.map(({ title, file }) => ({ title, url: '', file })),
  };
}

/** So many articles are named. */
const NAMED = 5;

function notCommitted(articles: readonly { title: string }[]): string {
  const names = articles.slice(0, NAMED).map(({ title }) => `《${title}》`);
  const rest = articles.length > NAMED ? '等' : '';
  const more = articles.length > NAMED ? '，逐篇见 report.xlsx 的“问题明细”' : '';
  return `${articles.length} 篇稿件的发布日期：还没有提交，或者 .gitignore 写着不提交，没有提交记录可以对照：${names.join('')}${rest}${more}。`;
}

async function judgePages(
  { current }: SiteReading,
  unchecked: string[],
  progress: Progress,
): Promise<Omit<PagesJudged, 'pages'> & { pages: number | undefined }> {
  if (current) return inspectPages(current, progress);
  unchecked.push('网页上的标识、标签和链接：稿件有必须改的问题，网页生成不了，改好以后再查。');
  return { issues: [], pages: undefined, outbound: [] };
}

/** The page is its own place: nothing in the files may be wrong. */
function ofLive({ level, url, urls = [], message, fix, isUnreachable }: LiveFinding): Found {
  const rule = isUnreachable ? unreachableRule : liveRule;
  const places = urls.map((each) => ({ title: '', url: each, file: '' }));
  return finding(rule, { level, file: url, url, message, fix, owner: WEBMASTER, places });
}

/** What `check` finds, with where readers meet it; nobody meets a draft. */
function checked({ issues }: SiteReading, site: Site): Found[] {
  const articles = new Map(site.content.articles.map((article) => [article.file, article]));
  return issues
    .filter(({ draft }) => !draft)
    .map((issue): Found => {
      const article = articles.get(issue.file);
      return article ? { ...issue, ...articleFacts(site, article) } : issue;
    });
}
