/** Dates against git: an article that came later than it says, or whose date was changed when readers had seen it. */
import { relative } from 'node:path';
import type { Article } from '../../model/article.ts';
import type { Migrated } from '../../model/migrated.ts';
import type { Site } from '../../site/site.ts';
import { articleFacts } from '../article-issues.ts';
import { daysBetween } from '../days.ts';
import { finding } from '../found.ts';
import type { Found } from '../found.ts';
import { dateChangedRule, forgedDateRule } from '../inspection-rules.ts';
import { isLaterThan } from '../working-days.ts';
import { DAYS_ALLOWED } from './allowed-dates.ts';
import type { ArticleHistory, History } from './git-history.ts';
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
    judged.issues.push(...changesOf(site, article, { ...known, changes }, ledger));
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
      message: `发布日期是 ${date}，${added.day} 才提交（提交 ${added.commit.slice(0, 7)}），晚了 ${days} 天，超过 ${DAYS_ALLOWED} 个工作日。`,
      fix: '把发布日期改成真正发布的那一天；确实是补登的，在 content/migrated.yaml 里写明补登人和原因。',
      ...articleFacts(site, article),
    }),
  );
}

function changesOf(
  site: Site,
  article: Article,
  { changes }: ArticleHistory,
  ledger: readonly Migrated[],
): Found[] {
  return changes.flatMap(({ was, becomes, day, commit }) => {
    if (isMigrated(ledger, article, day)) return [];
    return [
      finding(dateChangedRule, {
        file: article.file,
        message: `发布以后改过发布日期：${day} 从 ${was} 改成 ${becomes}（提交 ${commit.slice(0, 7)}）。`,
        fix: '改回原来的发布日期；内容有更新的，用“更正”说明；确有原因的，在 content/migrated.yaml 里写明。',
        ...articleFacts(site, article),
      }),
    ];
  });
}
