/** 更正 and 撤下 are told with their day: after the article was published, and not before it happened. */
import type { ReadArticle } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import { lineIn } from '../model/field-lines.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';

export const changeDateRule: Rule = {
  id: 'date/change',
  level: 'stop',
  scope: 'article',
  title: '更正和撤下的日期',
  basis: '国办秘函〔2019〕19号：日期弄虚作假单项否决，更正、撤下的日期读者会看到。',
};

/** @param now the present in Beijing time, `YYYY-MM-DD HH:MM` */
export function checkChangeDates(articles: readonly ReadArticle[], now: string): Issue[] {
  return articles.flatMap(({ place: { file }, text, lines }) => {
    const { date: published = '', corrections = [], withdrawn } = text;
    if (corrections.length === 0 && !withdrawn) return [];
    const changes = [
      ...corrections.map(({ date }, index) => ({ what: '更正', date, at: `corrections/${index}` })),
      ...(withdrawn ? [{ what: '撤下', date: withdrawn.date, at: 'withdrawn' }] : []),
    ];
    return changes.flatMap(({ what, date, at }) => {
      const line = lineIn(lines, at);
      // A day without a time may be any time of the day.
      if (date.slice(0, published.length) < published.slice(0, date.length)) {
        const message = `${what}日期 ${date} 早于发布日期（date）${published}。`;
        const fix = `改成真正${what}的那一天。`;
        return [ruled(changeDateRule, { file, line, message, fix })];
      }
      if (date > now) {
        const message = `${what}日期 ${date} 还没有到。`;
        const fix =
          what === '撤下'
            ? '写今天的日期；要到那一天才下线的，删掉 withdrawn，改写 expires。'
            : '写今天的日期。';
        return [ruled(changeDateRule, { file, line, message, fix })];
      }
      return [];
    });
  });
}
