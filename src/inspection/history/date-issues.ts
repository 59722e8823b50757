/** Dates against git: an article that came later than it says, or whose date was changed when readers had seen it. */
import { relative } from 'node:path';
import type { Article } from '../../model/article.ts';
import type { Migrated } from '../../model/migrated.ts';
import type { Site } from '../../site/site.ts';
import { articleFacts } from '../article-issues.ts';
import { daysBetween } from '../days.ts';
import { finding } from '../found.ts';
import type { Found } from '../found.ts';
import { dateChangedRule, exchangedRule, forgedDateRule } from '../inspection-rules.ts';
import { isLaterThan } from '../working-days.ts';
import { DAYS_ALLOWED } from './allowed-dates.ts';
import type { ArticleHistory, History } from './git-history.ts';
import type { CommitFacts } from './git-log.ts';
import { isMigrated } from './migrated.ts';

export interface DatesJudged {
  issues: Found[];
  /** Articles of which it hangs on holidays that are not known. */
  unknown: number;
  /** Articles for which the ledger answers. */
  migrated: number;
  /** Those that have no date to be compared with: not committed yet, or ignored by git. */
  uncommitted: Article[];
}

/** @param today of the inspection: a commit of a later day says nothing, and is told as one whose time cannot be right */
export function judgeDates(
  site: Site,
  history: History,
  ledger: readonly Migrated[],
  today: string,
): DatesJudged {
  const judged: DatesJudged = { issues: [], unknown: 0, migrated: 0, uncommitted: [] };
  for (const article of site.content.articles) {
    const known = history.get(pathInContent(site, article));
    if (!known) {
      judged.uncommitted.push(article);
      continue;
    }
    if (known.added.day <= today) judgeAdded(site, article, known, ledger, judged);
    const changes = known.changes.filter(({ day }) => day <= today);
    judged.issues.push(
      ...changesOf(site, article, { ...known, changes }, ledger),
      ...exchangeOf(site, article, known, ledger, today),
    );
  }
  return judged;
}

/** As git tells it, relative to the content folder. */
export function pathInContent({ content }: Pick<Site, 'content'>, { path }: Article): string {
  return relative(content.roots.content, path).replaceAll('\\', '/');
}

function judgeAdded(
  site: Site,
  article: Article,
  { added }: ArticleHistory,
  ledger: readonly Migrated[],
  judged: DatesJudged,
): void {
  const date = article.date.slice(0, 10);
  const late = isLaterThan(date, added.day, DAYS_ALLOWED);
  if (late === false) return;
  if (isMigrated(ledger, article, added.day)) {
    judged.migrated += 1;
    return;
  }
  if (late === 'unknown') {
    judged.unknown += 1;
    return;
  }
  const days = daysBetween(date, added.day);
  judged.issues.push(
    finding(forgedDateRule, {
      file: article.file,
      message: `发布日期是 ${date}，${cameOn(added)}，晚了 ${days} 天，超过 ${DAYS_ALLOWED} 个工作日。`,
      fix: `把发布日期改成真正发布的那一天（${added.day}），名称也改：${renaming(article, added.day)}；确实是补登的，在 content/migrated.yaml 里写明补登人和原因。`,
      ...articleFacts(site, article),
    }),
  );
}

function cameOn({ day, written, commit }: CommitFacts): string {
  const short = commit.slice(0, 7);
  return written === undefined
    ? `${day} 才提交（提交 ${short}）`
    : `${written} 提交（${short}），${day} 才合并到发布的分支`;
}

/** Its old address leads on. */
function renaming({ id }: Article, day: string): string {
  const name = /^\d{8}/.test(id) ? `${day.replaceAll('-', '')}${id.slice(8)}` : id;
  return `npm run rename ${id} ${name}（原来的地址自动转到新的）`;
}

/** One finding for an article, however often its date was changed; none where it is true now. */
function changesOf(
  site: Site,
  article: Article,
  { added, changes }: ArticleHistory,
  ledger: readonly Migrated[],
): Found[] {
  const [last] = changes;
  const first = changes.at(-1);
  const now = article.date.slice(0, 10);
  if (!last || !first || now === first.was || now === added.day) return [];
  if (isMigrated(ledger, article, last.day)) return [];
  const times = changes.length > 1 ? `，共改过 ${changes.length} 次` : '';
  const wasTrue = isLaterThan(first.was, added.day, DAYS_ALLOWED) !== true;
  const right = wasTrue ? first.was : added.day;
  return [
    finding(dateChangedRule, {
      file: article.file,
      message: `发布以后改过发布日期：${last.day} 从 ${last.was} 改成 ${last.becomes}（提交 ${last.commit.slice(0, 7)}）${times}。`,
      fix: `${wasTrue ? '改回原来的发布日期' : '改成真正发布的那一天'} ${right}，名称里的日期也要是这一天；内容有更新的，用“更正”说明；确有原因的，在 content/migrated.yaml 里写明。`,
      ...articleFacts(site, article),
    }),
  ];
}

/** Another text under an old date would be a new one that is dated back. */
function exchangeOf(
  site: Site,
  article: Article,
  { exchanged }: ArticleHistory,
  ledger: readonly Migrated[],
  today: string,
): Found[] {
  const date = article.date.slice(0, 10);
  if (!exchanged || exchanged.day > today) return [];
  if (isLaterThan(date, exchanged.day, DAYS_ALLOWED) === false) return [];
  if (isMigrated(ledger, article, exchanged.day)) return [];
  return [
    finding(exchangedRule, {
      file: article.file,
      message: `发布日期是 ${date}，${exchanged.day} 标题和正文全部换成了别的（提交 ${exchanged.commit.slice(0, 7)}），检查时会当作倒填日期的新稿件。`,
      fix: '是新的稿件的，另发一篇，用真正发布的日期，原来的稿件改回去；确有原因的，在 content/migrated.yaml 里写明。',
      ...articleFacts(site, article),
    }),
  ];
}
