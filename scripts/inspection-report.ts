/** What the terminal says of an inspection. */
import { lastChance } from '../src/inspection/columns/vetoes.ts';
import { spoken } from '../src/inspection/days.ts';
import { verdictWords } from '../src/inspection/report/report.ts';
import type { Report } from '../src/inspection/report/report.ts';
import { printable } from '../src/model/printable.ts';

const STATES = { fails: '单项否决', near: '接近', good: '未发现', unchecked: '没有查' } as const;
/** So many tasks are told; the report has all. */
const TASKS = 8;

/** @param folder where the report's files lie */
export function describeInspection(report: Report, folder: string): string {
  const { judgement, tasks, inspection } = report;
  const { date, unchecked } = inspection;
  const { counts, verdict } = judgement;
  // Of a site that fails already nothing is left until a day.
  const failsOn = verdict === 'fails' ? '' : judgement.failsOn;
  const lines = [
    `${date}：${verdictWords(judgement)}`,
    ...judgement.vetoes.map(({ title, distance, state, day }) => {
      const when = day === '' || state === 'fails' ? '' : `，不再更新 ${spoken(day, date)}否决`;
      return `  ${STATES[state]}　${title} ${distance}${when}`;
    }),
    ...(failsOn === '' ? [] : [`最迟 ${spoken(lastChance(failsOn), date)}要有更新。`]),
    ...tasks
      .slice(0, TASKS)
      .map(({ by, isLate, what, who }) =>
        printable(`  ${isLate ? '马上' : `${spoken(by, date)}以前`}　${what}（${who}）`),
      ),
    `问题：必须改 ${counts.stop}，提醒 ${counts.warn}，参考 ${counts.info}，豁免 ${counts.waived}。没有查的 ${unchecked.length} 项，见报告。`,
    `报告：${folder}（report.html、report.xlsx、self-check.docx、report.json）`,
  ];
  return lines.join('\n');
}
