/** Which of a table's columns is what: systems name them in their own ways. */
import type { ExportRow, ExportTable } from './export-table.ts';

export interface ExportFields {
  title: string;
  html: string;
  column: string;
  date: string;
  source: string;
  author: string;
  url: string;
  summary: string;
}

/** Small letters, without `_`, `-` and spaces. */
const NAMES: Readonly<Record<keyof ExportFields, readonly string[]>> = {
  title: ['标题', '文章标题', '稿件标题', 'title', 'doctitle', 'articletitle', 'subject'],
  html: [
    '正文',
    '内容',
    '正文内容',
    '文章内容',
    'content',
    'body',
    'html',
    'dochtmlcon',
    'articlecontent',
    'contenthtml',
  ],
  column: [
    '栏目',
    '栏目名称',
    '频道',
    '所属栏目',
    'category',
    'column',
    'channel',
    'channelname',
    'columnname',
    'chnlname',
  ],
  date: [
    '发布时间',
    '发布日期',
    '日期',
    '时间',
    'date',
    'pubdate',
    'publishtime',
    'publishdate',
    'pubtime',
    'docpubtime',
    'docreltime',
    'releasetime',
  ],
  source: ['来源', '信息来源', '稿源', 'source', 'docsource', 'docsourcename', 'origin'],
  author: ['作者', '撰稿人', 'author', 'docauthor', 'writer'],
  url: [
    '网址',
    '链接',
    '地址',
    '原地址',
    '旧地址',
    '原网址',
    'url',
    'link',
    'address',
    'docpuburl',
    'path',
    'href',
  ],
  summary: ['摘要', '简介', 'summary', 'abstract', 'description', 'docabstract'],
};
const LABELS: Readonly<Record<string, string>> = {
  title: '标题',
  html: '正文',
  column: '栏目',
  date: '发布时间',
};

/** The fields of a row; those that the table has not are empty. */
export type FieldReader = (row: ExportRow) => ExportFields;

/** @returns the reader, or the Chinese names of what no column is for */
export function fieldReader({ columns }: ExportTable): FieldReader | { missing: string[] } {
  const names = Object.keys(NAMES) as (keyof ExportFields)[];
  const chosen = new Map(
    names.map((name) => [
      name,
      NAMES[name].flatMap((known) => columns.find((column) => plain(column) === known) ?? [])[0],
    ]),
  );
  const missing = names.flatMap((name) =>
    chosen.get(name) === undefined ? (LABELS[name] ?? []) : [],
  );
  if (missing.length > 0) return { missing };
  const value = (row: ExportRow, name: keyof ExportFields): string =>
    (row[chosen.get(name) ?? ''] ?? '').trim();
  return (row) => ({
    title: value(row, 'title'),
    html: value(row, 'html'),
    column: value(row, 'column'),
    date: value(row, 'date'),
    source: value(row, 'source'),
    author: value(row, 'author'),
    url: value(row, 'url'),
    summary: value(row, 'summary'),
  });
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** `2021-03-05 10:30:00.0`, `2021/3/5`, `2021年3月5日 10:30`, or seconds since 1970; Beijing time. Undefined for no date. */
export function exportDate(written: string): string | undefined {
  if (/^\d{10}(?:\d{3})?$/.test(written)) {
    const seconds = Number(written.slice(0, 10));
    return new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 16).replace('T', ' ');
  }
  const [, year = '', month = '', day = '', hour, minute] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:[T\s]+(\d{1,2}):(\d{2}))?/.exec(
      written,
    ) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date) return undefined;
  const isTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  // Many systems write midnight where they know the day alone.
  const isDay = !isTime || (Number(hour) === 0 && Number(minute) === 0);
  return isDay ? date : `${date} ${hour.padStart(2, '0')}:${minute ?? '00'}`;
}
