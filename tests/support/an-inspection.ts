/** An inspection of a small bureau with one column and one article, and what its report says. */
import { docxText } from '../../src/attachments/docx-text.ts';
import { xlsxText } from '../../src/attachments/xlsx-text.ts';
import { sourceOfBytes } from '../../src/images/byte-source.ts';
import { columnIssues } from '../../src/inspection/columns/column-issues.ts';
import { columnTable } from '../../src/inspection/columns/column-table.ts';
import { vetoesOf } from '../../src/inspection/columns/vetoes.ts';
import type { Found } from '../../src/inspection/found.ts';
import type { Inspection } from '../../src/inspection/inspect-site.ts';
import type { reportFiles } from '../../src/inspection/report/make-report.ts';
import { aBureau, aText, SETTINGS } from './a-bureau.ts';

export const DATE = '2026-11-26';

export async function anInspection(
  found: readonly Found[] = [],
  date = DATE,
  source = '示例局办公室',
): Promise<Inspection> {
  const bureau = await aBureau({
    'content/site.yaml': SETTINGS['content/site.yaml'].replace(
      'home: []',
      'home: [{ column: tz }]',
    ),
    'content/columns.yaml': '- { slug: tz, name: 通知公告, updateDays: 10 }\n',
    'content/articles/2026/20261112-a.md': aText('2026-11-12').replace('示例局办公室', source),
  });
  const { judged } = await bureau.read(`${date} 23:59`);
  if (!judged) throw new Error('The site has no settings');
  const columns = columnTable(judged.site, date);
  return {
    date,
    commit: '',
    name: '示例局',
    url: 'https://bureau.example.gov.cn/',
    vetoes: vetoesOf(judged.site, date),
    columns,
    found: [...columnIssues(columns, date), ...found],
    seen: { articles: 1, pages: 3, history: 1, migrated: 0 },
    unchecked: ['留言：要人查。'],
  };
}

/** The text of one of its files, Office files read by the project's own readers. */
export const textOf = (files: ReturnType<typeof reportFiles>, name: string): string => {
  const content = files[name] ?? '';
  if (typeof content === 'string') return content;
  const read = name.endsWith('.xlsx') ? xlsxText : docxText;
  return read(sourceOfBytes(content)).text;
};
