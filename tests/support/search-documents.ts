/** A small corpus with the traps of Chinese search: quotes, dots, dates, document numbers. */
import type { SearchDocument } from '../../src/search/search-document.ts';

export const NEWS = '新闻资讯/图片新闻';
export const NOTICES = '通知公告';

function aDocument(name: string, date: string, title: string, text: string): SearchDocument {
  const columns = name.startsWith('n') ? [NOTICES] : NEWS.split('/');
  return { url: `/${name}/`, title, text, columns, source: '示例局', date };
}

export const DOCUMENTS: SearchDocument[] = [
  aDocument(
    'saving',
    '2024-05-06',
    '机关事务管理局部署节能工作',
    '会议于3月15日召开，11月5日前完成。',
  ),
  aDocument(
    'three',
    '2025-02-01',
    '关于落实要求的情况',
    '各处室逐条对照“三新”要求，《办法》执行到位。',
  ),
  aDocument(
    'visit',
    '2026-03-05',
    '代表来访',
    '库尔班江·萨迪克、欧阳明远和王立到会，2026年3月5日开始，3月5日电。',
  ),
  aDocument(
    'n1',
    '2025-07-01',
    '关于贯彻指引的通知',
    '根据国办发〔2017〕47号文件和GB/T 37668—2019，增长5.8%。',
  ),
  aDocument(
    'n2',
    '2026-01-09',
    '三条新的要求',
    '机关的事务要分清。记录日期2026-03-05，要求“三条”“新法”。第147号，事关管理。',
  ),
  aDocument('n3', '2026-02-09', '节能降耗', '公共机构节能，机关事务工作随之部署。'),
  { ...aDocument('n4', '2022-09-01', '安防巡查', '黄河水文站，黄河岸边。'), source: '河务中心' },
  { ...aDocument('n5', '2024-09-01', '安防例会', '水文会议在黄河边召开。'), source: '河务中心' },
  { ...aDocument('about', '', '机构职能', '负责黄河巡查。'), columns: [], source: '' },
  ...Array.from({ length: 12 }, (_, at) =>
    aDocument(
      `w${at}`,
      `2023-01-${String(at + 1).padStart(2, '0')}`,
      `值班第${at + 1}期`,
      '值班安排公布。',
    ),
  ),
];
