/** The pages behind the first: columns, findings one by one, waivers, what changed, what was looked at. */
import { LEVELS } from '../../model/issue.ts';
import { escaped } from '../../site/escape.ts';
import type { Entry } from '../entries.ts';
import { DEDUCTION_HEAD, deductionNote, deductionRows } from './deduction-table.ts';
import { LEVEL_WORDS, leftWords, OUTLOOK_WORDS, STATE_WORDS } from './report.ts';
import { REPORTED_HEAD, reportedNote, reportedRows } from './reported-table.ts';
import type { Report } from './report.ts';

/** More findings of one level than this stand in the workbook alone. */
const SHOWN = 200;

export function columnPart({ inspection: { columns } }: Report): string {
  const rows = columns.map(
    ({ name, limit, last, articles, failsOn, left, pace, outlook, source }) => {
      const isLate = outlook === 'overdue' || outlook === 'empty';
      const cells = [
        escaped(name),
        limit === undefined ? '不限' : `${limit}`,
        last ?? '没有',
        `${articles}`,
        failsOn ?? '—',
        leftWords(left),
        pace === undefined ? '—' : `${pace}`,
        isLate ? `<span class="late">${OUTLOOK_WORDS[outlook]}</span>` : OUTLOOK_WORDS[outlook],
        escaped(source ?? ''),
      ];
      const isFact = (at: number): boolean => at > 0 && at < cells.length - 1;
      const written = cells.map(
        (cell, at) => `<td${isFact(at) ? ' class="number"' : ''}>${cell}</td>`,
      );
      return `<tr>${written.join('')}</tr>`;
    },
  );
  return `<section class="page dense">
<h2>栏目更新</h2>
<p class="note">最急的在前。到期日：不再更新的话，从这一天起算超期。常见间隔是最近几次更新相隔天数的中位数。</p>
${table(['栏目', '期限（天）', '最近更新', '篇数', '到期日', '剩余', '常见间隔（天）', '按此节奏', '最近供稿'], rows)}
</section>`;
}

export function findingsPart({ entries }: Report): string {
  const open = entries.filter(({ waived }) => !waived);
  const parts = LEVELS.map((level) => {
    const all = open.filter((entry) => entry.level === level);
    if (all.length === 0) return `<h2>${LEVEL_WORDS[level]}（0）</h2><p>未发现。</p>`;
    const rest =
      all.length > SHOWN
        ? `<p>另有 ${all.length - SHOWN} 个，见 report.xlsx 的“问题台账”。</p>`
        : '';
    return `<h2>${LEVEL_WORDS[level]}（${all.length}）</h2>${all.slice(0, SHOWN).map(finding).join('\n')}${rest}`;
  });
  return `<section class="page">
<h1>问题台账</h1>
${parts.join('\n')}
</section>`;
}

function finding(entry: Entry, at: number): string {
  const { url, place, message, fix, basis, firstSeen, state, owner, bites, places } = entry;
  const facts: [string, string][] = [
    ['网址', url],
    ['位置', place],
    ['错误', message],
    ['全部', places ? `共 ${places.length} 处，逐个见 report.xlsx 的“问题明细”` : ''],
    ['改法', fix],
    ['依据', basis],
    ['起算', bites],
    ['首次发现', firstSeen],
    ['责任', owner],
    ['状态', STATE_WORDS[state]],
  ];
  const told = facts
    .filter(([, is]) => is !== '')
    .map(([what, is]) => `<dt>${what}</dt><dd>${escaped(is)}</dd>`);
  const title = entry.title === '' ? '' : `：${escaped(entry.title)}`;
  return `<article class="finding"><h3>${at + 1}. ${escaped(entry.ruleTitle)}${title}</h3><dl>${told.join('')}</dl></article>`;
}

export function deductionPart(report: Report): string {
  return noteAndTable('扣分', deductionNote(report), DEDUCTION_HEAD, deductionRows(report));
}

export function reportedPart(report: Report): string {
  const rows = reportedRows(report);
  return noteAndTable('“我为政府网站找错”', reportedNote(rows), REPORTED_HEAD, rows);
}

function noteAndTable(
  title: string,
  note: string,
  head: readonly string[],
  rows: readonly (readonly string[])[] = [],
): string {
  const cells = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  const shown = cells.length > 0 ? `\n${table(head, cells)}` : '';
  return `<section><h2>${title}</h2><p>${escaped(note)}</p>${shown}</section>`;
}

export function waiverPart({ entries }: Report): string {
  const waived = entries.filter((entry) => entry.waived);
  if (waived.length === 0)
    return '<section><h2>豁免台账（0）</h2><p>没有豁免的问题。</p></section>';
  const rows = waived.map(({ ruleTitle, place, message, waived: waiver }) => {
    const cells = [
      ruleTitle,
      place,
      message,
      waiver?.reason,
      waiver?.persons.join('、'),
      waiver?.until,
    ];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell ?? '')}</td>`).join('')}</tr>`;
  });
  return `<section><h2>豁免台账（${waived.length}）</h2>
${table(['规则', '位置', '内容', '原因', '批准人', '到期'], rows)}</section>`;
}

export function trendPart({ trend }: Report): string {
  if (!trend) {
    return '<section><h2>与上季度比较</h2><p>没有给出以前的报告，没有比较。</p></section>';
  }
  const { since, rows, mended, added } = trend;
  const cells = rows.map(
    ({ what, was, is }) =>
      `<tr><td>${escaped(what)}</td><td>${escaped(was)}</td><td>${escaped(is)}</td></tr>`,
  );
  return `<section><h2>与上次（${escaped(since)}）比较</h2>
${table(['比较的内容', '上次', '这次'], cells)}
<p>上次有、这次没有再发现的 ${mended.length} 个；这次新发现的 ${added.length} 个。逐个的见 report.xlsx。</p></section>`;
}

export function seenPart({ inspection: { seen } }: Report): string {
  const { articles, pages, history, migrated, live = [] } = seen;
  const looked = [
    `稿件 ${articles} 篇，逐篇按规则查过。`,
    ...(pages === undefined ? [] : [`网页 ${pages} 个，照生成的样子查过标识、标签和站内链接。`]),
    ...(history === undefined
      ? []
      : [`提交记录里有 ${history} 篇稿件的日期；${migrated} 篇由补登台账说明。`]),
    ...live.map((line) => `从外面看：${line}`),
  ];
  return `<section><h2>查了什么</h2>${list(looked)}</section>`;
}

/** On the first page: nobody may take for good what was not looked at. */
export function uncheckedPart({ inspection: { unchecked } }: Report): string {
  return `<h2>没有查的</h2>${list(unchecked)}`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  const cells = head.map((name) => `<th>${name}</th>`).join('');
  return `<table><thead><tr>${cells}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}
