/** What the reading of a file's text came to. */

/**
 * Why the text of a file is not known, or not all of it.
 * - `cut`: only the beginning was kept
 * - `too-large`: more than a reader is given, by the zip's own directory or by what came out of it
 * - `locked`: a password
 * - `slow`, `memory`: the reader was ended
 */
export type TextFault = 'cut' | 'too-large' | 'locked' | 'damaged' | 'slow' | 'memory';

export interface TextOutcome {
  text: string;
  fault?: TextFault | undefined;
}

/** Thrown by the readers. Whatever else they throw stands for `damaged`. */
export class UnreadableError extends Error {
  readonly fault: TextFault;

  constructor(fault: TextFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Of a longer file the beginning is searched: a table of a hundred thousand rows is no text. */
export const MOST_CHARACTERS = 200_000;

/** Takes text until it has enough. */
export class TextSink {
  isFull = false;
  #parts: string[] = [];
  #length = 0;

  add(text: string): void {
    if (this.isFull || text === '') return;
    const room = MOST_CHARACTERS - this.#length;
    this.#parts.push(text.slice(0, room));
    this.#length += Math.min(text.length, room);
    this.isFull = text.length > room;
  }

  outcome(): TextOutcome {
    const text = this.#parts.join('').toWellFormed();
    return this.isFull ? { text, fault: 'cut' } : { text };
  }
}
