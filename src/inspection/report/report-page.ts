/** The report as one HTML file that needs nothing beside it: a page for the head of the bureau, then the findings. */
import { hash } from 'node:crypto';
import { escaped } from '../../site/escape.ts';
import { lastChance } from '../columns/vetoes.ts';
import { spoken } from '../days.ts';
import {
  columnPart,
  deductionPart,
  findingsPart,
  reportedPart,
  seenPart,
  trendPart,
  uncheckedPart,
  waiverPart,
} from './report-parts.ts';
import { REPORT_STYLE } from './report-style.ts';
import type { VetoRow } from '../judgement.ts';
import { itemWords, verdictWords } from './report.ts';
import type { Report } from './report.ts';

const STATES = { fails: '单项否决', near: '接近', good: '未发现', unchecked: '没有查' } as const;
/** So many fit on the first page. */
const TASKS = 10;

export function reportPage(report: Report): string {
  const { inspection } = report;
  const style = hash('sha256', REPORT_STYLE, 'base64');
  const title = `${inspection.name}网站自查报告（${inspection.date}）`;
  return [
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title>\n<style>${REPORT_STYLE}</style>\n</head>\n<body>`,
    firstPage(report),
    columnPart(report),
    findingsPart(report),
    deductionPart(report),
    reportedPart(report),
    waiverPart(report),
    trendPart(report),
    seenPart(report),
    '</body>\n</html>\n',
  ].join('\n');
}

function firstPage(report: Report): string {
  const { inspection, judgement } = report;
  const { date, name, url, commit } = inspection;
  const { verdict, counts } = judgement;
  const state = { fails: 'fails', passes: 'good', unknown: 'unchecked' }[verdict];
  const rows = judgement.vetoes.map(
    (veto) =>
      `<tr><td>${escaped(veto.title)}${itemNote(veto, date)}</td><td class="number">${escaped(veto.distance)}</td><td class="state ${veto.state}">${STATES[veto.state]}</td><td class="number">${dayOf(veto.day, veto.state === 'fails', date)}</td></tr>`,
  );
  return `<main class="first">
<h1>${escaped(name)}网站自查报告</h1>
<p class="note">检查日期 ${date}（当天安排发布的算已发布）· ${escaped(url)}${commit === '' ? ' · 有未提交的改动' : ` · 提交 ${commit.slice(0, 8)}`}</p>
<div class="verdict ${state}"><b>${verdictWords(judgement)}</b><span>${outlook(report)}</span></div>
<h2>离单项否决还有多远</h2>
<table><thead><tr><th>否决项</th><th>现在 / 上限</th><th>结论</th><th>不再更新，哪一天否决</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<p class="note">“—”：照现在的栏目和稿件，不会因为不更新而否决。“未发现”只指程序按规则查过的，不等于没有。</p>
<h2>要做的事</h2>
${tasks(report)}
<p>问题共 ${counts.stop + counts.warn + counts.info} 个：必须改 ${counts.stop}，提醒 ${counts.warn}，参考 ${counts.info}；豁免 ${counts.waived}。</p>
${uncheckedPart(report)}
</main>`;
}

function itemNote(veto: VetoRow, date: string): string {
  const words = itemWords(veto, date);
  return words === '' ? '' : `<br><span class="note">${escaped(words)}</span>`;
}

function dayOf(day: string, isFailing: boolean, date: string): string {
  if (isFailing) return '已否决';
  return day === '' ? '—' : spoken(day, date);
}

function outlook({ judgement, inspection: { date } }: Report): string {
  const { verdict, failsOn, vetoes } = judgement;
  if (verdict === 'fails') {
    const failing = vetoes.filter(({ state }) => state === 'fails').map(({ title }) => title);
    return escaped(`单项否决：${failing.join('、')}。`);
  }
  if (failsOn === '') return '照现在的样子，看不出哪一天会不合格。';
  const title = vetoes.find(({ day }) => day === failsOn)?.title ?? '';
  return escaped(
    `如果不再发布稿件，${spoken(failsOn, date)}起不合格（${title}）；最迟 ${spoken(lastChance(failsOn), date)}要有更新。`,
  );
}

function tasks({ tasks: all, inspection: { date } }: Report): string {
  if (all.length === 0) return '<p>近两周没有要到期的栏目，也没有必须改的问题。</p>';
  const rows = all
    .slice(0, TASKS)
    .map(
      ({ by, isLate, what, who }) =>
        `<tr><td class="number">${isLate ? '<span class="late">马上</span>' : `${spoken(by, date)}以前`}</td><td>${escaped(what)}</td><td>${escaped(who)}</td></tr>`,
    );
  const rest =
    all.length > TASKS ? `<p class="note">另有 ${all.length - TASKS} 件，见后面各节。</p>` : '';
  return `<table><thead><tr><th>什么时候</th><th>做什么</th><th>谁来做</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>${rest}`;
}
