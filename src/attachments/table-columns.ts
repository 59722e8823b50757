/** A table's cells judged by what stands above them: in a column 家庭住址 an address is a home, in 病情 each word is told. */
import type { FilePlace, FileWordsSink } from './file-words.ts';

/** What a column may be called of whose cells more is known than they say. */
const TELLING = /身份证|证件号|手机|联系电话|联系方式|银行|卡号|账号|帐号|一卡通|住址|户籍|居住地/u;
const SENSITIVE = /病情|病种|疾病|诊断|残疾(?:类别|等级|证号|类型)|血型|宗教|信仰/u;
const NAMES = /姓名|名字|申请人|户主|患者/u;
const LONGEST_NAME = 14;
/** Titles stand above a table's header. */
const MOST_ROWS_ABOVE = 8;
const NOTHING = /^(?:无|否|\/|-|—|未|正常|健康)?$/u;

export class TableColumns {
  readonly #sink: FileWordsSink;
  /** By column, once the header was met. */
  #names: ReadonlyMap<number, string> | undefined;
  #row = new Map<number, string>();
  #rows = 0;

  constructor(sink: FileWordsSink) {
    this.#sink = sink;
  }

  cell(column: number, place: FilePlace): void {
    const text = place.text.trim();
    const name = this.#names?.get(column) ?? '';
    if (!this.#names) this.#row.set(column, text);
    this.#sink.add({ ...place, text: TELLING.test(name) ? `${name}：${text}` : text });
    const isPersons = [...(this.#names?.values() ?? [])].some((each) => NAMES.test(each));
    if (isPersons && SENSITIVE.test(name) && !NOTHING.test(text)) {
      const { where, isHidden } = place;
      this.#sink.hit({ kind: 'sensitive', where, isHidden, shown: name });
    }
  }

  endRow(): void {
    if (this.#names || this.#rows >= MOST_ROWS_ABOVE) return;
    this.#rows += 1;
    const names = [...this.#row].filter(([, text]) => text.length <= LONGEST_NAME);
    const isHeader = names.some(([, text]) => TELLING.test(text) || SENSITIVE.test(text));
    if (isHeader) this.#names = new Map(names);
    this.#row = new Map();
  }
}
