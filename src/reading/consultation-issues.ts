/** What a consultation (意见征集) says of itself: its dates beside each other and beside the day of publication. */
import type { ArticleFields } from '../model/article.ts';
import { daysBetween, periodOf } from '../model/consultation.ts';
import type { Finding, Issue } from '../model/issue.ts';
import { found } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const consultationDatesRule: Rule = {
  id: 'consultation/dates',
  level: 'stop',
  scope: 'file',
  title: '意见征集的起止时间',
  basis: '读者照着网页判断还能不能提意见。',
};

/** Of 规章草案; other matters have terms of their own, so that it is told for what it is worth. */
const USUAL_DAYS = 30;

export const consultationShortRule: Rule = {
  id: 'consultation/short',
  level: 'info',
  scope: 'file',
  title: '意见征集的期限',
  basis: `《规章制定程序条例》第十五条：规章草案向社会公布征求意见的期限一般不少于${USUAL_DAYS}日。`,
};

interface Place {
  file: string;
  lineOf(path: YamlPath): number;
}

/** Depends on the text alone. */
export function consultationIssues(
  { consultation, date }: Partial<ArticleFields>,
  { file, lineOf }: Place,
): Issue[] {
  if (!consultation || date === undefined) return [];
  const { from, until } = consultation;
  const { begin, end } = periodOf(consultation, date);
  const place: Pick<Finding, 'file' | 'line'> = { file, line: lineOf(['consultation', 'until']) };
  if (end <= begin) {
    const message =
      from === undefined
        ? `截止时间（until）${until} 早于发布日期（date）${date}，没有写开始时间（from）。`
        : `截止时间（until）${until} 不晚于开始时间（from）${from}。`;
    const fix =
      from === undefined
        ? '核对截止时间；在别处早就开始征集的，加一行「from: 开始的那一天」。'
        : '核对这两个时间：from 是开始的那一天，until 是接收意见的最后一天。';
    return found(consultationDatesRule, [{ ...place, message, fix }]);
  }
  if (end <= date) {
    const message = `截止时间（until）${until} 早于发布日期（date）${date}：发布的时候，征集已经结束。`;
    const fix = '核对这两个日期；补发以前的征集，可以不改。';
    return found(consultationDatesRule, [{ ...place, level: 'warn', message, fix }]);
  }
  const days = daysBetween(begin, until) + 1;
  if (days >= USUAL_DAYS) return [];
  const message = `征集意见的时间只有 ${days} 天。`;
  const fix = `规章草案一般不少于 ${USUAL_DAYS} 日，改 until；其他事项按各自的规定，可以不改。`;
  return found(consultationShortRule, [{ ...place, message, fix }]);
}
