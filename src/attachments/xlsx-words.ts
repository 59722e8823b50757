/** The cells of an Excel file, judged by what their column is called; hidden sheets, rows, columns and notes are cells, too. */
import { maskPersonal } from '../model/personal-data.ts';
import { properties } from './docx-words.ts';
import type { FileWordsSink } from './file-words.ts';
import { restOfOffice } from './office-rest.ts';
import { otherParts } from './other-parts.ts';
import type { OfficeParts } from './office-parts.ts';
import { TableColumns } from './table-columns.ts';
import { UnreadableError } from './text-outcome.ts';
import { sharedStrings } from './xlsx-text.ts';
import type { ZipEntry } from './zip-directory.ts';

interface Sheet {
  name: string;
  isHidden: boolean;
  part: ZipEntry;
}

export function xlsxWords(parts: OfficeParts, sink: FileWordsSink): void {
  const sheets = sheetsOf(parts);
  if (sheets.length === 0) throw new UnreadableError('damaged');
  const strings = sharedStrings(parts);
  const used = new Set<number>();
  for (const sheet of sheets) {
    sink.add({ where: '工作表的名称', isHidden: sheet.isHidden, text: sheet.name });
    if (sheet.isHidden) sink.hide(`隐藏的工作表「${maskPersonal(sheet.name)}」`);
    cells(parts, sheet, { strings, used }, sink);
  }
  for (const [index, text] of strings.entries())
    if (!used.has(index)) sink.add({ where: '没有用到的文字', isHidden: true, text });
  for (const part of parts.named(/^xl\/(?:threadedComments\/)?(?:threadedC|c)omments?\d*\.xml$/i))
    notes(parts, part, sink);
  properties(parts, sink);
  otherParts(parts, sink);
  restOfOffice(parts, sink);
}

/** By the names of the workbook; a part that it does not name is a sheet all the same. */
function sheetsOf(parts: OfficeParts): Sheet[] {
  const targets = new Map<string, string>();
  const listed: { name: string; state: string; id: string }[] = [];
  const rels = parts.at('xl/_rels/workbook.xml.rels');
  const book = parts.at('xl/workbook.xml');
  const nothing = { text: () => undefined, close: () => undefined, isEnough: () => false };
  if (rels) {
    parts.walk(rels, {
      ...nothing,
      open(name, attributes) {
        const target = (attributes['Target'] ?? '').replace(/^\/?(?:xl\/)?/, 'xl/').toLowerCase();
        if (name === 'Relationship') targets.set(attributes['Id'] ?? '', target);
      },
    });
  }
  if (book) {
    parts.walk(book, {
      ...nothing,
      open(name, attributes) {
        if (name !== 'sheet') return;
        const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
        listed.push({ name: attributes['name'] ?? '', state: attributes['state'] ?? '', id });
      },
    });
  }
  return parts.named(/^xl\/worksheets\/[^/]+\.xml$/i).map((part, index) => {
    const path = part.name.replaceAll('\\', '/').toLowerCase();
    const known = listed.find(({ id }) => targets.get(id) === path);
    return {
      name: known?.name ?? `${index + 1}`,
      isHidden: /hidden/i.test(known?.state ?? ''),
      part,
    };
  });
}

function cells(
  parts: OfficeParts,
  sheet: Sheet,
  { strings, used }: { strings: readonly string[]; used: Set<number> },
  sink: FileWordsSink,
): void {
  const hidden: [from: number, to: number][] = [];
  const columns = new TableColumns(sink);
  let [row, column] = [0, 0];
  let [type, value] = ['', ''];
  let isValue = false;
  let isEdge = false;
  let isChoice = false;
  let isHiddenRow = false;
  const place = (what: string, isUnseen: boolean): { where: string; isHidden: boolean } => ({
    where: `工作表「${maskPersonal(sheet.name)}」${what}`,
    isHidden: sheet.isHidden || isUnseen,
  });
  parts.walk(sheet.part, {
    open(name, attributes) {
      if (name === 'col' && isOn(attributes['hidden']))
        hidden.push([Number(attributes['min']), Number(attributes['max'])]);
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        column = 0;
        isHiddenRow = isOn(attributes['hidden']);
      }
      if (name === 'c') {
        // Some writers leave out where a cell is: it is behind the last.
        column = columnOf(attributes['r']) ?? column + 1;
        type = attributes['t'] ?? 'n';
        value = '';
      }
      for (const key of SHOWN_WHEN_POINTED_AT[name] ?? [])
        sink.add({ ...place('的下拉选项和提示', true), text: attributes[key] ?? '' });
      isChoice ||= name === 'dataValidation';
      isValue = name === 'v' || name === 't';
      isEdge = /^(?:odd|even|first)(?:Header|Footer)$/.test(name);
    },
    text(text) {
      if (isValue) value += text;
      if (isEdge) sink.add({ ...place('页眉页脚', false), text });
      if (isChoice) sink.add({ ...place('的下拉选项和提示', true), text });
    },
    close(name) {
      isValue = false;
      isEdge = false;
      if (name === 'dataValidation') isChoice = false;
      if (name === 'row') columns.endRow();
      if (name !== 'c' || value === '') return;
      const isUnseen = hidden.some(([from, to]) => column >= from && column <= to);
      if (isHiddenRow) sink.hide(place('隐藏的行', true).where);
      if (isUnseen) sink.hide(place('隐藏的列', true).where);
      if (type === 's') used.add(Number(value));
      const isNumber = type === 'n';
      const text = type === 's' ? (strings[Number(value)] ?? '') : value;
      const where = place(`第${row}行第${column}列`, isUnseen || isHiddenRow);
      columns.cell(column, { ...where, text: isNumber ? wholeNumber(text) : text, isNumber });
    },
    isEnough: () => sink.isFull,
  });
}

/** Attributes with words by the element that has them: of a list of choices and of a link. */
const SHOWN_WHEN_POINTED_AT: Readonly<Record<string, readonly string[]>> = {
  dataValidation: ['promptTitle', 'prompt', 'errorTitle', 'error'],
  hyperlink: ['tooltip', 'display'],
};

function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** B3 → 2 */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A number with all its digits, as far as the file has them: 6.5019919900307E+17. */
export function wholeNumber(written: string): string {
  const match = /^(\d)(?:\.(\d+))?[eE]\+?(\d+)$/.exec(written);
  if (!match) return written;
  const [, first = '', fraction = '', exponent = ''] = match;
  const zeros = Number(exponent) - fraction.length;
  // No number of a person is longer.
  return zeros >= 0 && zeros < 20
    ? (BigInt(first + fraction) * 10n ** BigInt(zeros)).toString()
    : written;
}

/** 批注: by cell, of whatever sheet. */
function notes(parts: OfficeParts, part: ZipEntry, sink: FileWordsSink): void {
  let where = '批注';
  let text = '';
  let isText = false;
  parts.walk(part, {
    open(name, attributes) {
      if (name === 'comment' || name === 'threadedComment') {
        where = `批注（${attributes['ref'] ?? ''}）`;
        text = '';
      }
      isText = name === 't' || name === 'text';
    },
    text: (piece) => void (text += isText ? piece : ''),
    close(name) {
      isText = false;
      if (name !== 'comment' && name !== 'threadedComment') return;
      if (text.trim() !== '') sink.hide('批注');
      sink.add({ where, isHidden: true, text });
    },
    isEnough: () => sink.isFull,
  });
}
