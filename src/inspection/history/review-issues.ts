/** 审核记录: whether somebody is named who reviewed what was published. */
import type { Article } from '../../model/article.ts';
import { yearOf } from '../../review/record-file.ts';
import type { Site } from '../../site/site.ts';
import { placesOf } from '../article-issues.ts';
import { finding, WEBMASTER } from '../found.ts';
import type { Found } from '../found.ts';
import { reviewRule } from '../inspection-rules.ts';
import { pathInContent } from './date-issues.ts';
import type { History } from './git-history.ts';

/** So many articles are named. */
const NAMED = 5;

/**
 * Two findings at most: articles of which nobody is named, and those that name a reviewer in their text alone.
 * @param records names of records of reviews, `2026/20261101-a.yaml`: `check` judges what they say
 */
export function reviewIssues(
  site: Site,
  history: History,
  records: ReadonlySet<string> = new Set(),
): Found[] {
  const committed = site.content.articles.flatMap((article) => {
    const known = history.get(pathInContent(site, article));
    const isRecorded = records.has(`${yearOf(article)}/${article.id}.yaml`);
    return known && !isRecorded ? [{ article, known }] : [];
  });
  const without = committed.filter(
    ({ known }) => known.added.reviewers.length === 0 && known.last.reviewers.length === 0,
  );
  const { named = [], nobody = [] } = Object.groupBy(without, ({ article }) =>
    (article.reviewers ?? []).length > 0 ? 'named' : 'nobody',
  );
  const fix =
    '在写稿台里送审、审核，或者提交时在说明最后加一行「Reviewed-by: 审核人姓名」；稿件里写 reviewers。';
  return [
    ...told(site, 'warn', nobody, '没有写审核人，提交里也没有审核记录', fix),
    ...told(site, 'info', named, '写了审核人，提交里没有审核记录（Reviewed-by）', fix),
  ];
}

function told(
  site: Site,
  level: 'warn' | 'info',
  found: readonly { article: Article }[],
  what: string,
  fix: string,
): Found[] {
  if (found.length === 0) return [];
  const names = found.slice(0, NAMED).map(({ article }) => `《${article.title}》`);
  const rest = found.length > NAMED ? '等' : '';
  const message = `${found.length} 篇稿件${what}：${names.join('')}${rest}。`;
  const places = placesOf(
    site,
    found.map(({ article }) => article),
  );
  const file = 'content/articles';
  return [finding(reviewRule, { level, file, message, fix, owner: WEBMASTER, places })];
}
