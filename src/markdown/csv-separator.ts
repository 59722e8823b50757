/** Which character stands between the cells of a CSV text: read from the text, never guessed. */
import { type CsvRow, readRows } from './csv-rows.ts';
import type { CsvProblem } from './csv-text.ts';

export interface SeparatedText {
  separator: string;
  rows: CsvRow[];
}

/** What programs write, and then what people type: these stand within sentences, too. */
const WRITTEN = [',', ';', '\t'];
const TYPED = ['，', '；', '|'];

const NAMES: Readonly<Record<string, string>> = { '\t': '制表符（Tab）' };

/** How a separator is named to staff. */
export function separatorName(separator: string): string {
  return NAMES[separator] ?? `「${separator}」`;
}

/** A first line that tells Excel the separator; it is no row. Excel pads it when it saves the file again. */
const SEPARATOR_LINE = /^"?sep=([^\p{L}\p{N}"\n])"?[,;\t]*(?:\n|$)/iu;

/**
 * A separator is one that divides the first row and gives every row the same number of cells. Where none does,
 * the one that divides the first row is taken, and its rows are judged by whoever asked.
 * @param text lines end with `\n`
 */
export function separate(text: string): SeparatedText | { problem: CsvProblem } {
  const told = SEPARATOR_LINE.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const firstLine = told ? 2 : 1;
  const readings = new Readings(body, firstLine);
  const stated = told?.[1];
  if (stated && readings.divides(stated)) return readings.with(stated);
  const written = WRITTEN.filter((separator) => readings.divides(separator));
  const chosen =
    choice(written, readings) ??
    choice(
      TYPED.filter((separator) => readings.divides(separator)),
      readings,
    );
  if (chosen === undefined) return readings.with(',');
  return typeof chosen === 'string' ? readings.with(chosen) : { problem: undecided(chosen) };
}

/** One of the separators that divide the first row, or those between which the text does not decide. */
function choice(
  separators: readonly string[],
  readings: Readings,
): string | readonly string[] | undefined {
  const even = separators.filter((separator) => readings.isEven(separator));
  const best = even.length > 0 ? even : separators;
  return best.length > 1 ? best : best[0];
}

function undecided(separators: readonly string[]): CsvProblem {
  const names = separators.map(separatorName).join('还是');
  const examples = separators.map((separator) => `sep=${separator}`).join(' 或 ');
  return {
    line: 1,
    message: `看不出表格的各格是用${names}分开的。`,
    fix: `在文件最前面加一行 ${examples}，写明是哪一个；这一行不会显示。`,
  };
}

/** One text as each separator divides it. */
class Readings {
  readonly #text: string;
  readonly #firstLine: number;
  readonly #read = new Map<string, CsvRow[] | { problem: CsvProblem }>();

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#firstLine = firstLine;
  }

  divides(separator: string): boolean {
    if (!this.#text.includes(separator)) return false;
    return (this.#rows(separator)[0]?.cells.length ?? 0) > 1;
  }

  isEven(separator: string): boolean {
    const rows = this.#rows(separator);
    return rows.every(({ cells }) => cells.length === rows[0]?.cells.length);
  }

  with(separator: string): SeparatedText | { problem: CsvProblem } {
    const reading = this.#reading(separator);
    return 'problem' in reading ? reading : { separator, rows: reading };
  }

  /** None where quotation marks spoil the reading. */
  #rows(separator: string): readonly CsvRow[] {
    const reading = this.#reading(separator);
    return 'problem' in reading ? [] : reading;
  }

  #reading(separator: string): CsvRow[] | { problem: CsvProblem } {
    const known = this.#read.get(separator);
    if (known) return known;
    const reading = readRows(this.#text, separator, this.#firstLine);
    this.#read.set(separator, reading);
    return reading;
  }
}
