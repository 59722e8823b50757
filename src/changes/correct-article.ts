/** 更正: what was wrong and is right now, told on the article's page and in the public record. */
import { LONGEST_NOTE } from '../model/article.ts';
import { noteProblem } from './note-problem.ts';
import type { Change, Refused, StandingSite } from './change.ts';
import { editFields } from './edit-fields.ts';
import { findArticle } from './find-article.ts';

/** @param date `YYYY-MM-DD`, or with a time */
export async function correctArticle(
  standing: StandingSite,
  written: string,
  { note, date }: { note: string; date: string },
): Promise<Change | Refused> {
  const article = findArticle(standing, written);
  if ('problem' in article) return article;
  const { id, file, path } = article;
  const wrong =
    noteProblem('--note', note, LONGEST_NOTE) ?? dayProblem(standing, article.date, date);
  if (wrong) return { problem: wrong };
  if (article.withdrawn) return { problem: `稿件「${id}」已经撤下，不用再写更正。` };
  if (!standing.site.content.articles.some((published) => published.id === id)) {
    return { problem: `稿件「${id}」还没有发布，直接改正文，不用写更正。` };
  }
  const edited = await editFields(article, [{ field: 'corrections', value: { date, note } }]);
  if ('problem' in edited) return edited;
  return {
    files: [{ path, text: edited.text }],
    told: [`${file}：更正 ${date} ${note}`, '正文里的错处还要自己改。'],
    addresses: [],
  };
}

/** A change is not made before the article was published, nor in the future. */
export function dayProblem(
  { now }: Pick<StandingSite, 'now'>,
  published = '',
  date: string,
): string | undefined {
  if (date > now) return `--date：${date} 还没有到。`;
  if (date.slice(0, published.length) >= published.slice(0, date.length)) return undefined;
  return `--date：${date} 早于这篇稿件的发布日期 ${published}。`;
}
