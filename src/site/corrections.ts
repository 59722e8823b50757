/** 更正: what was corrected in articles after they were published. */
import type { Article } from '../model/article.ts';
import { day } from './dates.ts';
import type { Site } from './site.ts';

export interface Correction {
  /** `YYYY-MM-DD`, or with a time behind it. */
  date: string;
  note: string;
}

/** When an article was corrected last; its own date where it never was. */
export function changedLast({
  date,
  corrections = [],
}: Pick<Article, 'date' | 'corrections'>): string {
  const dates = corrections.map((correction) => correction.date);
  return dates.reduce((latest, other) => (other > latest ? other : latest), date);
}

/** The corrections of an article, the newest first. */
export function correctionsOf({ corrections = [] }: Pick<Article, 'corrections'>): Correction[] {
  return corrections.toReversed().toSorted((a, b) => compare(b.date, a.date));
}

/** All of the site by year, the newest first. */
export function correctionRecord(
  site: Site,
): Map<string, { article: Article; correction: Correction }[]> {
  const all = site.content.articles
    .filter(({ corrections }) => corrections !== undefined)
    .flatMap((article) => correctionsOf(article).map((correction) => ({ article, correction })))
    .toSorted((a, b) => compare(b.correction.date, a.correction.date));
  return Map.groupBy(all, ({ correction }) => day(correction.date).slice(0, 4));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
