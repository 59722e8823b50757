/** All words of one text in a row, which the rules of texts look through: one scan for each, whatever the number of blocks. */
import type { BureauWords } from '../../model/bureau-words.ts';
import type { ReaderBlock } from '../../model/reader-text.ts';

/** What a rule may ask of a text beside its words. */
export interface TextFacts {
  /** The day of publication, `YYYY-MM-DD`; undefined where the text has none. */
  day?: string | undefined;
  /** Files that it offers; undefined for a text that cannot have any. */
  attachments?: number | undefined;
  bureau: BureauWords;
}

export class Words {
  /** The blocks' texts, each ended by a line feed. */
  readonly text: string;
  readonly blocks: readonly ReaderBlock[];
  readonly facts: TextFacts;
  readonly #starts: readonly number[];

  constructor(blocks: readonly ReaderBlock[], facts: TextFacts) {
    this.blocks = blocks;
    this.facts = facts;
    const starts: number[] = [];
    let text = '';
    for (const block of blocks) {
      starts.push(text.length);
      text += `${block.text}\n`;
    }
    this.text = text;
    this.#starts = starts;
  }

  /** The offset at which a block begins. */
  startOf(index: number): number {
    return this.#starts[index] ?? this.text.length;
  }

  /** The number of the block in which an offset lies. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  blockAt(offset: number): ReaderBlock | undefined {
    return this.blocks[this.indexAt(offset)];
  }

  /** What stands before and behind a place, within its block. */
  around(offset: number, length: number, reach: number): [before: string, behind: string] {
    const index = this.indexAt(offset);
    const from = Math.max(this.startOf(index), offset - reach);
    const end = Math.min(this.startOf(index + 1) - 1, offset + length + reach);
    return [this.text.slice(from, offset), this.text.slice(offset + length, end)];
  }
}
