/** The self-check form as a Word file, to be stamped and handed in. */
import type { Report } from './report.ts';
import { FORM_HEAD, formHead, selfCheckForm } from './self-check-form.ts';
import { TEXT_WIDTH, writeDocx } from './write-docx.ts';

const COLUMNS = [1200, 1750, 3076, 3000];
const HEAD_COLUMNS = [1700, TEXT_WIDTH - 1700];

export function formDocument(report: Report): Uint8Array {
  const { inspection } = report;
  return writeDocx([
    { kind: 'title', text: `${inspection.name}网站自查表` },
    { kind: 'table', rows: formHead(report), widths: HEAD_COLUMNS },
    {
      kind: 'table',
      head: FORM_HEAD,
      rows: selfCheckForm(report).map(({ subject, indicator, criterion, result }) => [
        subject,
        indicator,
        criterion,
        result,
      ]),
      widths: COLUMNS,
      joined: 2,
    },
    { kind: 'heading', text: '没有检查的' },
    ...inspection.unchecked.map((text) => ({ kind: 'note' as const, text: `· ${text}` })),
    { kind: 'text', text: '填表人：　　　　　　审核人：　　　　　　负责人：' },
  ]);
}
