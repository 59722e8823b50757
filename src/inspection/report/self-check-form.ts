/** 自查表: the rows of the inspection's first part, filled as far as a program can see. */
import {
  columnsEmptyRule,
  columnsStaleRule,
  forgedDateRule,
  homeStaleRule,
  newsStaleRule,
  noConsultationRule,
  unreachableRule,
} from '../inspection-rules.ts';
import { SEVERE_ROW } from '../judgement.ts';
import type { VetoRow } from '../judgement.ts';
import { itemWords } from './report.ts';
import type { Report } from './report.ts';

export interface FormRow {
  subject: string;
  indicator: string;
  criterion: string;
  result: string;
}

export const FORM_HEAD = ['检查对象', '指标', '评分细则', '检查情况'] as const;

const SUBJECT = '政府网站';
const NOT_CHECKED = '没有检查';

export function selfCheckForm({ judgement, inspection }: Report): FormRow[] {
  const rowOf = (id: string): VetoRow | undefined =>
    judgement.vetoes.find((veto) => veto.id === id);
  const result = (id: string): string => {
    const row = rowOf(id);
    if (!row || row.state === 'unchecked') return `${NOT_CHECKED}。`;
    const found =
      row.state === 'fails'
        ? '发现，单项否决'
        : id === SEVERE_ROW && row.count > 0
          ? '发现'
          : '未发现';
    const items = itemWords(row, inspection.date);
    return `${found}（${row.distance}${items === '' ? '' : `：${items}`}）。`;
  };
  const row = (indicator: string, criterion: string, said: string): FormRow => ({
    subject: SUBJECT,
    indicator,
    criterion,
    result: said,
  });
  const column = '栏目不更新';
  const fromOutside = inspection.seen.live?.find((line) => line.startsWith('首页访问'));
  return [
    row(
      '安全、泄密事故等严重问题',
      '有严重表述错误，泄露国家秘密，链接到反动、暴力、色情等内容，被篡改没有及时处置，伪造发稿日期，或因网站引发严重负面舆情的',
      `发布日期与提交记录对照：${result(forgedDateRule.id)}文字和附件按规则逐篇查：${result(SEVERE_ROW)}外链内容、是否被篡改、舆情：${NOT_CHECKED}，要人查。`,
    ),
    row(
      '站点无法访问',
      '一周内每天间隔访问 20 次以上，每次超过 15 秒打不开的次数达到 5% 的',
      fromOutside
        ? `${result(unreachableRule.id)}${fromOutside}`
        : `${NOT_CHECKED}：要从外面访问，用 --live 查，或见监测平台的记录。`,
    ),
    row('首页不更新', '首页 2 周内没有新信息的', result(homeStaleRule.id)),
    row(
      column,
      '2 周未更新的动态、要闻类栏目和 6 个月未更新的通知公告、政策文件类一级栏目，合计 5 个以上的',
      result(newsStaleRule.id),
    ),
    row(column, '应更新未更新的栏目 10 个以上的', result(columnsStaleRule.id)),
    row(column, '空白栏目 5 个以上的', result(columnsEmptyRule.id)),
    row('互动回应差', '没有咨询建言渠道的', result(noConsultationRule.id)),
    row(
      '互动回应差',
      '留言超过 3 个月没有答复的',
      `${NOT_CHECKED}：留言在统一平台上，请在平台上查。`,
    ),
    row(
      '服务不实用',
      '对外服务的办事指南缺要素、有错误，或者不能用的',
      `${NOT_CHECKED}：网站只发布信息的，写“不涉及”。`,
    ),
    ...(inspection.seen.pages === undefined
      ? [row('（说明）', '网页上的标识、标签和链接', `${NOT_CHECKED}：稿件有必须改的问题。`)]
      : []),
  ];
}

/** 检查期间、检查结果、问题. */
export function formHead({ inspection, judgement, entries }: Report): [string, string][] {
  const { date, name, url } = inspection;
  const { counts, verdict } = judgement;
  const verdicts = { fails: '不合格（单项否决）', passes: '合格', unknown: '不能判断' };
  const open = entries.filter(({ waived }) => !waived).length;
  return [
    ['单位', name],
    ['网址', url],
    ['检查日期', `${date}（当天安排发布的算已发布）`],
    ['检查结果', `${verdicts[verdict]}：只指下表查过的各项；“未发现”不等于没有`],
    [
      '问题',
      `${open} 个（必须改 ${counts.stop}，提醒 ${counts.warn}，参考 ${counts.info}），见问题台账`,
    ],
  ];
}
