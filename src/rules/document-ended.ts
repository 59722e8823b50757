/** A document that is said to have lost its force on a day that has not come. */
import type { ReadArticle } from '../model/article.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const documentEndedRule: Rule = {
  id: 'document/ended',
  level: 'stop',
  scope: 'article',
  title: '公文的废止日期',
  basis: '还没有废止的文件，不能让读者以为已经废止。',
};

/** @param now the present in Beijing time, `YYYY-MM-DD HH:MM` */
export function checkDocumentsEnded(articles: readonly ReadArticle[], now: string): Issue[] {
  const today = now.slice(0, 10);
  return articles.flatMap(({ place: { file }, text: { document }, lines }) => {
    const { ended, status } = document ?? {};
    if (ended === undefined || ended <= today) return [];
    const message = `废止日期（ended）${ended} 还没有到，有效性（status）却写着「${status ?? ''}」。`;
    const fix = `现在写「until: ${dayBefore(ended)}」（有效的最后一天），删掉 ended 和 status，到时候网页自己写明失效。`;
    return ruled(documentEndedRule, { file, line: lineIn(lines, 'document/ended'), message, fix });
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
}
