/** A workbook of tables: bordered cells that wrap, heads that are repeated on every printed page, A4 across. */
import { contentTypes, OFFICE, officeFile, relations, xmlText } from './xml.ts';

export interface Sheet {
  name: string;
  /** Lines above the table. */
  above?: readonly string[];
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** In characters. */
  widths: readonly number[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Longer ones are refused by Excel. */
const LONGEST_CELL = 32_000;
const STYLE = { plain: 0, head: 1, cell: 2, title: 3 } as const;

export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const path = (at: number): string => `worksheets/sheet${at + 1}.xml`;
  const parts = sheets.map((sheet, at) => [`xl/${path(at)}`, sheetXml(sheet)] as const);
  return officeFile({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(parts.map(([name]) => [name, 'spreadsheetml.worksheet'])),
    }),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => ['worksheet', path(at)] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(parts),
  });
}

function workbookXml(sheets: readonly Sheet[]): string {
  const named = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const titles = sheets.map((sheet, at) => {
    const row = headRow(sheet);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xmlText(sheet.name)}'!$${row}:$${row}</definedName>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`;
}

const headRow = ({ above = [] }: Sheet): number => above.length + 1;

function sheetXml(sheet: Sheet): string {
  const { above = [], head, rows, widths } = sheet;
  const top = headRow(sheet);
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = [
    ...above.map((text) => ({ cells: [text], style: STYLE.title })),
    { cells: head, style: STYLE.head },
    ...rows.map((cells) => ({ cells, style: STYLE.cell })),
  ];
  const data = lines.map(({ cells, style }, at) =>
    rowXml(cells, at + 1, style, style === STYLE.title ? 1 : linesIn(cells, widths)),
  );
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** Points. */
const LINE_HEIGHT = 15;
/** More is refused by Excel. */
const MOST_HEIGHT = 409;

/** Lines of the highest cell when its text wraps: of a row that names no height Calc shows one line. */
function linesIn(cells: readonly (string | number)[], widths: readonly number[]): number {
  const lines = cells.map((value, at) => {
    const room = Math.max(1, (widths[at] ?? 0) - 1);
    const parts = String(value).split('\n');
    return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / room)), 0);
  });
  return Math.max(1, ...lines);
}

/** In digits: what is not of ASCII is as wide as two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u00FF' ? 2 : 1), 0);
}

function rowXml(
  cells: readonly (string | number)[],
  row: number,
  style: number,
  lines: number,
): string {
  const written = cells.map((value, at) => {
    const place = `r="${columnName(at)}${row}" s="${style}"`;
    if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
    const text = xmlText(value.slice(0, LONGEST_CELL));
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  const height = Math.min(MOST_HEIGHT, lines * LINE_HEIGHT);
  return `<row r="${row}" ht="${height}" customHeight="1">${written.join('')}</row>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(at: number): string {
  const last = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

const EDGE = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF7F7F7F"/></${side}>`)
  .join('');
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="12"/><name val="宋体"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>',
  `<borders count="2"><border/><border>${EDGE}</border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${WRAP}</xf>`,
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">${WRAP}</xf>`,
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
