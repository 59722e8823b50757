/** The workbook: 自查表, 栏目更新, 问题台账, 问题明细, 扣分, 找错台账, 豁免台账, 与上次比较. */
import type { Entry } from '../entries.ts';
import { DEDUCTION_HEAD, deductionNote, deductionRows } from './deduction-table.ts';
import { LEVEL_WORDS, OUTLOOK_WORDS, STATE_WORDS, leftWords } from './report.ts';
import { REPORTED_HEAD, reportedNote, reportedRows } from './reported-table.ts';
import type { Report } from './report.ts';
import { FORM_HEAD, formHead, selfCheckForm } from './self-check-form.ts';
import { writeXlsx } from './write-xlsx.ts';
import type { Sheet } from './write-xlsx.ts';

export function reportWorkbook(report: Report): Uint8Array {
  return writeXlsx([
    formSheet(report),
    columnSheet(report),
    entrySheet(report),
    placeSheet(report),
    deductionSheet(report),
    reportedSheet(report),
    waiverSheet(report),
    trendSheet(report),
  ]);
}

function formSheet(report: Report): Sheet {
  return {
    name: '自查表',
    above: formHead(report).map(([what, is]) => `${what}：${is}`),
    head: FORM_HEAD,
    rows: selfCheckForm(report).map(({ subject, indicator, criterion, result }) => [
      subject,
      indicator,
      criterion,
      result,
    ]),
    widths: [12, 24, 52, 60],
  };
}

function columnSheet({ inspection: { columns, date } }: Report): Sheet {
  return {
    name: '栏目更新',
    above: [`截至 ${date}，最急的在前。到期日：从这一天起算超期。`],
    head: [
      '栏目',
      '类别',
      '期限（天）',
      '最近更新',
      '篇数',
      '到期日',
      '剩余',
      '常见间隔（天）',
      '按此节奏',
      '已定时的下一篇',
      '最近供稿',
    ],
    rows: columns.map((row) => [
      row.name,
      row.type,
      row.limit ?? '不限',
      row.last ?? '没有',
      row.articles,
      row.failsOn ?? '—',
      leftWords(row.left),
      row.pace ?? '—',
      OUTLOOK_WORDS[row.outlook],
      row.scheduled ?? '',
      row.source ?? '',
    ]),
    widths: [20, 14, 10, 12, 8, 12, 12, 14, 16, 14, 32],
  };
}

const ENTRY_HEAD = [
  '序号',
  '级别',
  '规则',
  '依据',
  '页面标题',
  '网址',
  '位置',
  '错误内容（已遮挡）',
  '建议',
  '首次发现',
  '责任单位（人）',
  '状态',
];
/** As narrow as they may be: twelve columns are to be read on one page across. */
const ENTRY_WIDTHS = [5, 7, 14, 20, 16, 20, 20, 32, 32, 11, 11, 9];

function entrySheet({ entries }: Report): Sheet {
  const open = entries.filter(({ waived }) => !waived);
  return {
    name: '问题台账',
    head: ENTRY_HEAD,
    rows: open.map((entry, at) => [...entryCells(entry, at), STATE_WORDS[entry.state]]),
    widths: ENTRY_WIDTHS,
  };
}

function entryCells(entry: Entry, at: number): (string | number)[] {
  const { level, ruleTitle, rule, basis, title, url, place, message, fix, firstSeen } = entry;
  const words = [LEVEL_WORDS[level], `${ruleTitle}\n${rule}`, basis, title, url, place];
  const bites = entry.bites === '' ? '' : `（${entry.bites} 起）`;
  return [at + 1, ...words, message + bites, fix, firstSeen, entry.owner];
}

/** One finding may stand for many articles or pages: all of them. */
function placeSheet({ entries, inspection: { uncommitted = [] } }: Report): Sheet {
  const open = entries.filter(({ waived }) => !waived);
  return {
    name: '问题明细',
    above: ['“问题台账”里一行说到几篇稿件、几个网页的，逐个列在这里；序号是那一行的序号。'],
    head: ['序号', '规则', '页面标题', '网址', '位置'],
    rows: [
      ...open.flatMap(({ ruleTitle, places = [] }, at) =>
        places.map(({ title, url, file }) => [at + 1, ruleTitle, title, url, file]),
      ),
      ...uncommitted.map(({ title, file }) => ['没有查', '没有提交记录的稿件', title, '', file]),
    ],
    widths: [6, 20, 40, 60, 50],
  };
}

function deductionSheet(report: Report): Sheet {
  return {
    name: '扣分',
    above: [deductionNote(report)],
    head: DEDUCTION_HEAD,
    rows: deductionRows(report) ?? [],
    widths: [60, 10, 10, 24, 10],
  };
}

function reportedSheet(report: Report): Sheet {
  const rows = reportedRows(report);
  return {
    name: '找错台账',
    above: [reportedNote(rows)],
    head: REPORTED_HEAD,
    rows: rows ?? [],
    widths: [36, 44, 12, 12, 12, 20, 44],
  };
}

function waiverSheet({ entries }: Report): Sheet {
  const waived = entries.filter((entry) => entry.waived);
  return {
    name: '豁免台账',
    head: [...ENTRY_HEAD.slice(0, -1), '豁免原因', '批准人', '到期'],
    rows: waived.map((entry, at) => [
      ...entryCells(entry, at),
      entry.waived?.reason ?? '',
      entry.waived?.persons.join('、') ?? '',
      entry.waived?.until ?? '',
    ]),
    widths: [...ENTRY_WIDTHS.slice(0, -1), 30, 12, 12],
  };
}

function trendSheet({ trend }: Report): Sheet {
  const head = ['比较的内容', '上次', '这次'];
  const widths = [60, 30, 30];
  const name = '与上季度比较';
  if (!trend) {
    return {
      name,
      above: ['没有给出以前的报告（--previous 以前的 report.json），没有比较。'],
      head,
      rows: [],
      widths,
    };
  }
  const { since, rows, mended, added } = trend;
  return {
    name,
    above: [`和 ${since} 的报告比较`],
    head,
    rows: [
      ...rows.map(({ what, was, is }) => [what, was, is]),
      ['这次没有再发现的', `${mended.length} 个`, ''],
      ...mended.map(({ message, firstSeen, place }) => [message, `${firstSeen} 首次发现`, place]),
      ['这次新发现的', '', `${added.length} 个`],
      ...added.map(({ message, place }) => [message, '', place]),
    ],
    widths,
  };
}
