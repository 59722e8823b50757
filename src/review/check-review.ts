/** What must have been reviewed and was not, records that cannot be read, and records of articles that are not there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleFile, ReadArticle } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { nearest } from '../model/nearest.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { Roots } from '../model/content.ts';
import type { ContentFiles } from '../reading/content-memory.ts';
import { pathAsStaffSeeIt } from '../reading/staff-path.ts';
import { articleHash } from './article-hash.ts';
import {
  knownRecord,
  lostSettingsRule,
  readReviewSettings,
  recordNames,
  reviewRecordRule,
  reviewSettingsPath,
} from './read-review.ts';
import { recordPath, yearOf } from './record-file.ts';
import { reviewPlan, stepsNeeded } from './review-plan.ts';
import { reviewState } from './review-state.ts';
import type { ReviewState } from './review-state.ts';

export const unreviewedRule: Rule = {
  id: 'review/missing',
  level: 'stop',
  scope: 'article',
  title: '没有审完的稿件',
  basis: '《互联网政务应用安全管理规定》：信息发布要经过审核，并留下记录。',
};

export const neverShownRule: Rule = {
  id: 'review/never-shown',
  level: 'stop',
  scope: 'article',
  title: '没有发布过就撤下的稿件',
  basis: '《互联网政务应用安全管理规定》：信息发布要经过审核，并留下记录。',
};

export const orphanRecordRule: Rule = {
  id: 'review/orphan',
  level: 'warn',
  scope: 'site',
  title: '找不到稿件的审核记录',
  basis: '稿件改名以后，记录要跟着走。',
};

export interface CheckedReviews {
  articles: readonly ReadArticle[];
  columns: readonly Column[];
  roots: Roots;
  memory: ContentFiles;
  /** The present in Beijing time. */
  now: string;
  /** Whether readers may have had it: it was published, or is committed. */
  hadReaders: (place: ArticleFile) => Promise<boolean>;
}

/** Costs nothing where nobody asks for reviews and none are recorded. */
export async function checkReviews(checked: CheckedReviews): Promise<Issue[]> {
  const { articles, columns, roots, memory, now, hadReaders } = checked;
  const staffPath = pathAsStaffSeeIt(roots.content);
  const { settings, issues } = await readReviewSettings(roots.content, columns, staffPath);
  const names = await recordNames(roots.content);
  if (settings.length === 0 && names.length === 0) return issues;
  const plan = reviewPlan(settings, columns);
  const recorded = new Set(names);
  const found: Issue[] = [...issues];
  const owners = new Set<string>();
  const isLost = !existsSync(reviewSettingsPath(roots.content));
  let reviewed: string | undefined;
  for (const article of articles) {
    const { place, text, lines } = article;
    const year = yearOf(place);
    const name = `${year}/${place.id}.yaml`;
    const path = recordPath(roots.content, { year, id: place.id });
    owners.add(name);
    const record = recorded.has(name) ? knownRecord(path, memory) : { events: [], unread: [] };
    found.push(...record.unread.map((line) => unreadLine(staffPath(path), line)));
    if (record.events.some(({ did }) => did === '通过')) reviewed ??= staffPath(path);
    if (text.withdrawn) {
      const isIssued = record.events.some(({ did }) => did === '签发');
      const shown = { ...text, withdrawn: undefined };
      if (isIssued || stepsNeeded(shown, record.events, plan, now).length === 0) continue;
      if (!(await hadReaders(place))) found.push(neverShown(place, lineIn(lines, 'withdrawn')));
      continue;
    }
    const steps = stepsNeeded(text, record.events, plan, now);
    if (steps.length === 0) continue;
    const state = reviewState(
      record.events,
      record.events.length > 0 ? articleHash(article, roots.public, memory) : '',
      steps,
    );
    if (state.next === undefined) continue;
    const line = lineIn(lines, 'title');
    found.push(ruled(unreviewedRule, { file: place.file, line, ...missing(state, steps) }));
  }
  if (isLost && reviewed !== undefined) {
    found.push(lostSettings(staffPath(reviewSettingsPath(roots.content)), reviewed));
  }
  const orphans = names.filter((name) => !owners.has(name));
  const folder = join(roots.content, 'review');
  return [...found, ...orphans.map((name) => orphan(staffPath(join(folder, name)), name, owners))];
}

function missing({ approvals, voided }: ReviewState, steps: readonly string[]) {
  const left = steps.slice(approvals.length).join('、');
  const message =
    approvals.length === 0 && voided
      ? `这一稿没有审过：${voided.by} ${voided.at.slice(0, 16)} ${voided.role ?? ''}通过以后，稿件又改过，要重新审（${left}）。`
      : `这一稿没有审完，还差${left}。`;
  return {
    message,
    fix: '在写稿台里打开这篇稿件，点“送审”，审完再发布；先不发布的，加一行「draft: true」。',
  };
}

/** Its notice would be what nobody has read but its writer. */
function neverShown({ file }: ArticleFile, line: number): Issue {
  return ruled(neverShownRule, {
    file,
    line,
    message: '这篇稿件读者没有看到过，不能撤下：撤下的原因没有人审过，会显示在网页上。',
    fix: '删掉 withdrawn 这一项，送审，审完再发布；先不发布的，加一行「draft: true」。',
  });
}

function lostSettings(file: string, reviewed: string): Issue {
  return ruled(lostSettingsRule, {
    file,
    message: `没有这个文件，可是以前审过稿件（${reviewed} 里有记录）：现在哪个栏目都不审了。`,
    fix: '不小心删掉的，用 git checkout 恢复它；确实不再审的，建一个空的 content/review.yaml。',
  });
}

function unreadLine(file: string, line: number): Issue {
  return ruled(reviewRecordRule, {
    file,
    line,
    message: '这一行不是写稿台写的样子，读不懂。',
    fix: '审核记录不要手改：用 git checkout 恢复这个文件；里面有“<<<<<<<”这样的行，把这些行删掉，其余的都留下。',
  });
}

function orphan(file: string, name: string, owners: ReadonlySet<string>): Issue {
  const meant = nearest(name, [...owners].slice(-1000));
  const hint = meant
    ? `稿件改名叫「${meant.slice(5, -5)}」的，把它也改成 content/review/${meant}；`
    : '';
  return ruled(orphanRecordRule, {
    file,
    message: '没有这个名称的稿件，这份审核记录不知道是谁的。',
    fix: `${hint}稿件确实删掉了，这个文件也删掉。改名用 npm run rename，记录会跟着走。`,
  });
}
