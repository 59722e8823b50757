/** A table from a CSV file beside the article. */
import type { Element, ElementContent } from 'hast';
import { CsvError, parse } from 'csv-parse/sync';
import type { Issue } from '../model/issue.ts';

/**
 * The rows of a CSV text, cells trimmed, empty lines left out.
 * @throws CsvError where a quotation mark is not closed
 */
export function readCsv(text: string): string[][] {
  return parse(text, {
    bom: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    trim: true,
    relaxQuotes: true,
  });
}

/** What staff must mend in a CSV file before it can be shown. */
export function inspectCsv(text: string, file: string): Issue[] {
  try {
    if (readCsv(text).length > 1) return [];
    return [
      {
        file,
        message: '表格文件里没有内容。',
        fix: '第一行写表头，下面每行一条，各格之间用英文逗号分开。',
      },
    ];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;

    return [
      {
        file,
        message: '表格文件里有一格以英文引号「"」开头，后面没有另一半。',
        fix: '补上另一半引号，或者改用中文引号“ ”。',
      },
    ];
  }
}

/** A cell of a column of numbers; a dash or nothing stands for none. */
const NUMBER = /^(?:[-+－]?[\d,]+(?:\.\d+)?%?|[-—–/]*)$/;

/** The rows as `<thead>` and `<tbody>`; short rows are filled up, so that columns keep their places. */
export function csvSections(text: string): Element[] {
  const [header = [], ...rows] = readCsv(text);
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const fill = (row: readonly string[]): string[] =>
    Array.from({ length: width }, (_, column) => row[column] ?? '');
  const filled = rows.map(fill);
  const alignment = fill(header).map((_, column) =>
    filled.every((row) => NUMBER.test(row[column] ?? '')) ? { className: ['align-right'] } : {},
  );
  const head = fill(header).map((value, column) =>
    element('th', [textNode(value)], { scope: 'col', ...alignment[column] }),
  );
  const body = filled.map((row) =>
    element(
      'tr',
      row.map((value, column) => element('td', [textNode(value)], { ...alignment[column] })),
    ),
  );
  return [element('thead', [element('tr', head)]), element('tbody', body)];
}

function element(tagName: string, children: ElementContent[], properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
