/** The text of an Excel file (xlsx): a line for each row, its cells parted by spaces, as Excel shows them. */
import type { ByteSource } from '../images/byte-source.ts';
import { openOfficeParts } from './office-parts.ts';
import type { OfficeParts } from './office-parts.ts';
import { TextSink, UnreadableError } from './text-outcome.ts';
import type { TextOutcome } from './text-outcome.ts';

export function xlsxText(source: ByteSource): TextOutcome {
  const parts = openOfficeParts(source);
  const sheets = parts.named(/^xl\/worksheets\/[^/]+\.xml$/i);
  if (sheets.length === 0) throw new UnreadableError('damaged');
  const strings = sharedStrings(parts);
  const isDate = dateStyles(parts);
  const sink = new TextSink();
  for (const sheet of sheets) {
    let row: string[] = [];
    let type = '';
    let style = 0;
    let value = '';
    let isValue = false;
    parts.walk(sheet, {
      open(name, attributes) {
        if (name === 'c') {
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          value = '';
        }
        isValue = name === 'v' || name === 't';
      },
      text: (text) => void (value += isValue ? text : ''),
      close(name) {
        isValue = false;
        if (name === 'c') row.push(shown(type, value, strings, isDate[style] ?? false));
        if (name !== 'row') return;
        const line = row.filter((cell) => cell !== '').join(' ');
        if (line !== '') sink.add(`${line}\n`);
        row = [];
      },
      isEnough: () => sink.isFull,
    });
    if (sink.isFull) break;
  }
  const { text, fault } = sink.outcome();
  return { text: text.trimEnd(), fault };
}

function shown(type: string, value: string, strings: readonly string[], isDate: boolean): string {
  if (value === '') return '';
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      // Excel keeps and shows fifteen digits.
      return isDate ? dayOf(number) : String(Number(number.toPrecision(15)));
    }
    default:
      return value;
  }
}

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, which knows a 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function dayOf(number: number): string {
  const date = new Date(DAY_ZERO + Math.round(number * DAY_MS));
  if (number < 1 || Number.isNaN(date.getTime())) return String(number);
  return date.toISOString().slice(0, 10);
}

/** The texts that cells name by number. */
export function sharedStrings(parts: OfficeParts): string[] {
  const strings: string[] = [];
  for (const part of parts.named(/^xl\/sharedStrings\.xml$/i)) {
    let value = '';
    let isText = false;
    let isReading = 0;
    parts.walk(part, {
      open(name) {
        if (name === 'si') value = '';
        if (name === 'rPh') isReading += 1;
        isText = name === 't' && isReading === 0;
      },
      text: (text) => void (value += isText ? text : ''),
      close(name) {
        isText = false;
        if (name === 'rPh') isReading -= 1;
        if (name === 'si') strings.push(value);
      },
      isEnough: () => false,
    });
  }
  return strings;
}

/** The numbers of the formats that come with Excel and show a day, those of Chinese Excel among them. */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** By the number of a cell's style: whether it shows a number as a day. */
function dateStyles(parts: OfficeParts): boolean[] {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  for (const part of parts.named(/^xl\/styles\.xml$/i)) {
    let inCells = false;
    parts.walk(part, {
      open(name, attributes) {
        if (name === 'cellXfs') inCells = true;
        const format = Number(attributes['numFmtId'] ?? 0);
        if (name === 'numFmt') formats.set(format, showsDay(attributes['formatCode'] ?? ''));
        if (name === 'xf' && inCells) {
          styles.push(formats.get(format) ?? DATE_FORMATS.has(format));
        }
      },
      text: () => undefined,
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
      isEnough: () => false,
    });
  }
  return styles;
}

/** Words in quotes, colours and locales in brackets, and single signs behind a backslash stand for themselves. */
function showsDay(format: string): boolean {
  return /[yd]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
