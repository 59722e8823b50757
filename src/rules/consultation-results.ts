/** Results of consultations (意见征集) and the present: over and without one, or told before it is over. */
import type { ReadArticle } from '../model/article.ts';
import { consultationAt } from '../model/consultation.ts';
import { lineIn } from '../model/field-lines.ts';
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const noResultRule: Rule = {
  id: 'consultation/no-result',
  level: 'info',
  scope: 'article',
  title: '意见征集的结果',
  basis: '提了意见的人要知道结果；网页上写着“结果待反馈”。',
};

export const earlyResultRule: Rule = {
  id: 'consultation/early-result',
  level: 'warn',
  scope: 'article',
  title: '还在征集就写了结果',
  basis: '还在接收意见的，不能让读者以为已经有了结果。',
};

/** @param now the present in Beijing time, `YYYY-MM-DD HH:MM` */
export function checkConsultationResults(articles: readonly ReadArticle[], now: string): Issue[] {
  return articles.flatMap(({ place: { file }, text, lines }) => {
    const { consultation, date, draft, withdrawn } = text;
    if (!consultation || date === undefined || draft || withdrawn) return [];
    const isOver = consultationAt(consultation, date, now).stage === 'over';
    const { until, result } = consultation;
    if (isOver && result === undefined) {
      const message = `意见征集 ${until} 已经截止，还没有写结果（result）。`;
      const fix =
        '发布反馈稿件以后，在 consultation 下面加一行「result: 反馈稿件的稿件编号」，也可以写一两句话。';
      return ruled(noResultRule, { file, line: lineIn(lines, 'consultation/until'), message, fix });
    }
    if (isOver || result === undefined) return [];
    const message = `写了结果（result），征集却要到 ${until} 才截止；到那时网页上才显示结果。`;
    const fix = '提前结束的，把 until 改成真正结束的那一天；没有提前的，先删掉 result 这一行。';
    return ruled(earlyResultRule, {
      file,
      line: lineIn(lines, 'consultation/result'),
      message,
      fix,
    });
  });
}
