/** The first thing that the page asks for: columns, fields, and all articles with how each stands. */
import type { SiteConfig } from '../../model/site-config.ts';
import type { ArticleFile } from '../../model/article.ts';
import type { Column } from '../../model/columns.ts';
import { findColumn } from '../../rules/column-checks.ts';
import { columnsDue } from '../../inspection/columns/columns-due.ts';
import { oldestDate } from '../../inspection/history/allowed-dates.ts';
import type { DeskFacts, DueColumn, ListedArticle, PublishingFacts } from '../api.ts';
import { deskColumns } from './desk-columns.ts';
import { deskFields } from './desk-fields.ts';
import { readSource } from './open-article.ts';
import { deskIssues, stopsIn } from './desk-site.ts';
import { unreviewedRule } from '../../review/check-review.ts';
import { isUnderWay, isUnreviewed, listedReview } from '../reviews/review-view.ts';
import type { Seen } from './article-routes.ts';

export async function deskFacts(
  { site, reviews, visitor, leases }: Seen,
  { columns, config }: { columns: readonly Column[]; config: SiteConfig },
  publishing: PublishingFacts,
): Promise<DeskFacts> {
  const all = [...site.texts.values()];
  const articles = await Promise.all(
    all.map(async (article): Promise<ListedArticle> => {
      const { place, text } = article;
      const found = findColumn(text.category ?? '', columns);
      const state = site.stateOf(article);
      const issues = site.issuesOf(article);
      return {
        id: place.id,
        title: text.title ?? (await writtenTitle(place)) ?? '',
        column: 'column' in found ? found.column.name : '',
        date: text.date ?? '',
        state,
        problems: stopsIn(
          issues.filter(({ rule }) => rule !== unreviewedRule.id || !isUnderWay(state, false)),
        ),
        review: listedReview(
          article,
          isUnderWay(state, isUnreviewed(issues)),
          reviews,
          visitor.person,
        ),
        writing: leases.holder(place.id, visitor.session),
      };
    }),
  );
  const isOfArticle = (file: string): boolean => /(?:^|\/)articles\/\d{4}\//.test(file);
  return {
    siteName: config.name,
    previewUrl: visitor.previewUrl,
    columns: deskColumns(columns),
    fields: deskFields(),
    articles: articles.toSorted((a, b) =>
      a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? 1 : -1,
    ),
    otherProblems: deskIssues(
      site.issues.filter(({ file }) => !isOfArticle(file)),
      true,
    ),
    oldestDate: oldestDate(site.now.slice(0, 10)),
    due: dueColumns(site),
    publishing,
    me: visitor.person,
    hasReviews: reviews.isOn,
  };
}

/** As it stands in the file, where it cannot be used as it is: undefined where there is none, or the file has gone since. */
async function writtenTitle(place: ArticleFile): Promise<string | undefined> {
  const source = await readSource(place).catch(() => undefined);
  return source?.fields['title'];
}

/** None where the settings are not in order. */
function dueColumns({ standing, now }: Seen['site']): DueColumn[] {
  if (!standing) return [];
  return columnsDue(standing.site, now.slice(0, 10));
}
