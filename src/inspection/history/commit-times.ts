/** Whether the times of commits can be right: whoever commits writes them, and may write what he likes. */
import type { Article } from '../../model/article.ts';
import type { Migrated } from '../../model/migrated.ts';
import { beijingTime } from '../../site/dates.ts';
import type { Site } from '../../site/site.ts';
import { git } from '../../system/run-git.ts';
import { daysBetween } from '../days.ts';
import { placesOf } from '../article-issues.ts';
import { finding, WEBMASTER } from '../found.ts';
import type { Found } from '../found.ts';
import { commitTimeRule } from '../inspection-rules.ts';
import { pathInContent } from './date-issues.ts';
import type { History } from './git-history.ts';
import { isMigrated } from './migrated.ts';

const PATIENCE_MS = 600_000;
const DAY_S = 86_400;
/** Nobody schedules an article for so many days ahead. */
const FAR_AHEAD = 366;
/** So many articles are named. */
const NAMED = 5;

/** Commits that say a time of a day or more before the commit on which they stand, with the day of that one. */
export type Disorder = ReadonlyMap<string, string>;

/** @param content absolute path of the content folder @throws GitError */
export async function readDisorder(content: string): Promise<Disorder> {
  return disorderOf(
    await git(content, ['--no-replace-objects', 'log', '--format=%H %ct %P'], PATIENCE_MS),
  );
}

/** @param log a line a commit: its name, its seconds, the names of those on which it stands */
export function disorderOf(log: string): Disorder {
  const commits = log.split('\n').map((line) => {
    const [name = '', seconds = '', ...parents] = line.split(' ');
    return { name, seconds: Number(seconds), parents };
  });
  const times = new Map(commits.map(({ name, seconds }) => [name, seconds]));
  return new Map(
    commits.flatMap(({ name, seconds, parents }) => {
      const before = Math.max(...parents.map((parent) => times.get(parent) ?? -Infinity));
      if (before - seconds < DAY_S) return [];
      return [[name, beijingTime(new Date(before * 1000)).slice(0, 10)] as const];
    }),
  );
}

/** Three findings at most: articles whose commits cannot be so old, say it by their dates, or are of days to come. */
export function commitTimeIssues(
  site: Site,
  history: History,
  disorder: Disorder,
  ledger: readonly Migrated[],
  today: string,
): Found[] {
  const known = site.content.articles.flatMap((article) => {
    const { added, changes = [] } = history.get(pathInContent(site, article)) ?? {};
    return added && !isMigrated(ledger, article, added.day) ? [{ article, added, changes }] : [];
  });
  const backwards = known.filter(({ added }) => disorder.has(added.commit));
  const [first] = backwards;
  const ahead = known.filter(
    ({ article, added }) => daysBetween(added.day, article.date.slice(0, 10)) > FAR_AHEAD,
  );
  const later = known.filter(({ added, changes }) =>
    [added, ...changes].some(({ day }) => day > today),
  );
  return [
    ...(first
      ? told(
          site,
          backwards,
          `的提交时间早于前面的提交（例如提交 ${first.added.commit.slice(0, 7)} 写的是 ${first.added.day}，前面的是 ${disorder.get(first.added.commit)}）`,
        )
      : []),
    ...told(site, ahead, '的提交时间比发布日期早一年以上'),
    ...told(site, later, `的提交时间晚于检查日期 ${today}`),
  ];
}

function told(site: Site, found: readonly { article: Article }[], what: string): Found[] {
  if (found.length === 0) return [];
  const names = found.slice(0, NAMED).map(({ article }) => `《${article.title}》`);
  const rest = found.length > NAMED ? '等' : '';
  return [
    finding(commitTimeRule, {
      file: 'content/articles',
      message: `${found.length} 篇稿件${what}，提交的时间不可信，什么时候入库说不准：${names.join('')}${rest}。`,
      fix: '请核对真正的发布日期；是提交的电脑时间不对的，校准时间，并在 content/migrated.yaml 里写明。',
      owner: WEBMASTER,
      places: placesOf(
        site,
        found.map(({ article }) => article),
      ),
    }),
  ];
}
