/** A body as it was written, by lines and by offsets. */
export class Source {
  readonly body: string;
  readonly lines: readonly string[];
  #starts: number[] | undefined;

  constructor(body: string) {
    this.body = body;
    this.lines = body.split('\n');
  }

  /** The offset at which a 1-based line begins. */
  offsetOf(line: number): number {
    return (this.#starts ??= this.#lineStarts())[line - 1] ?? this.body.length;
  }

  /** @returns 1-based line, 0-based column of a UTF-16 offset */
  placeOf(offset: number): { line: number; column: number } {
    const starts = (this.#starts ??= this.#lineStarts());
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  }

  #lineStarts(): number[] {
    let start = 0;
    return this.lines.map((line) => {
      const own = start;
      start += line.length + 1;
      return own;
    });
  }
}

let last: Source | undefined;

/** The source of a body that was asked for just before, too: its lines are counted once for all that is found in it. */
export function sourceOf(body: string): Source {
  if (last?.body !== body) last = new Source(body);
  return last;
}
