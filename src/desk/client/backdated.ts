/** A date that is too old for an article that is published today: inspectors call it a forged one. */
import type { DeskFacts, OpenArticle } from '../api.ts';
import { readDate } from './beijing-time.ts';

/**
 * What is to be told of the date of an article that readers have not had.
 * @param date as it is written now
 * @returns empty where there is nothing to tell
 */
export function backdated(
  date: string,
  { state }: Pick<OpenArticle, 'state'>,
  { oldestDate }: Pick<DeskFacts, 'oldestDate'>,
): string {
  const day = readDate(date)?.day;
  if (day === undefined || day >= oldestDate || (state !== 'draft' && state !== 'new')) return '';
  return `发布日期 ${day} 太早：今天发布的，最早写 ${oldestDate}，再早的检查时算日期弄虚作假。今天才发布的，改成今天；以前发布过、现在补登的，先请管理网站的同志登记补登人和原因。`;
}
