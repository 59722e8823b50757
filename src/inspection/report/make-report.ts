/** An inspection → the files that are handed on. The same inspection gives the same bytes. */
import type { ColumnRow } from '../columns/column-table.ts';
import { deductionsOf } from '../deductions.ts';
import { entriesOf } from '../entries.ts';
import type { FoundPlace } from '../found.ts';
import type { Inspection } from '../inspect-site.ts';
import { judge } from '../judgement.ts';
import { masked } from '../mask.ts';
import type { ReportedRow } from '../reported-errors.ts';
import { tasksOf } from '../tasks.ts';
import { reportJson, trendOf } from '../trend.ts';
import type { EarlierReport } from '../trend.ts';
import { formDocument } from './form-document.ts';
import { reportPage } from './report-page.ts';
import type { Report } from './report.ts';
import { reportWorkbook } from './sheets.ts';

/** Content by the name of its file. */
export type ReportFiles = Readonly<Record<string, string | Uint8Array>>;

export function makeReport(found: Inspection, earlier?: EarlierReport): Report {
  const { live } = found.seen;
  const inspection = {
    ...found,
    columns: found.columns.map(maskedRow),
    reported: found.reported?.map(maskedMessage),
    ...(found.uncommitted && { uncommitted: found.uncommitted.map(maskedPlace) }),
    unchecked: found.unchecked.map(masked),
    seen: { ...found.seen, ...(live && { live: live.map(masked) }) },
  };
  const known = new Map(earlier?.entries.map((entry) => [entry.key, entry]));
  const entries = entriesOf(inspection.found, inspection.date, known);
  const judgement = judge(inspection, entries);
  const tasks = tasksOf(inspection, entries);
  const trend = earlier && trendOf(earlier, inspection, judgement, entries);
  const deductions = deductionsOf(inspection, entries);
  return { inspection, judgement, deductions, entries, tasks, trend };
}

/** Staff write numbers of persons into names, too. */
function maskedRow(row: ColumnRow): ColumnRow {
  const { name, type, source } = row;
  return { ...row, name: masked(name), type: masked(type), source: source && masked(source) };
}

function maskedPlace({ title, url, file }: FoundPlace): FoundPlace {
  return { title: masked(title), url, file: masked(file) };
}

function maskedMessage(row: ReportedRow): ReportedRow {
  const { page, said, done } = row;
  return { ...row, page: masked(page), said: masked(said), done: masked(done) };
}

export function reportFiles(report: Report): ReportFiles {
  return {
    'report.html': reportPage(report),
    'report.xlsx': reportWorkbook(report),
    'self-check.docx': formDocument(report),
    'report.json': reportJson(
      report.inspection,
      report.judgement,
      report.entries,
      report.deductions,
    ),
  };
}
