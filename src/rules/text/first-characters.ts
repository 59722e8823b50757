/** Many words looked for in one walk through a text: most characters begin none of them. */

interface Known<Entry> {
  word: string;
  entry: Entry;
}

/** Of a word of one character alone, and of its first two. */
const NO_SECOND = 0;

export class FirstCharacters<Entry> {
  readonly #begins = new Uint8Array(0x1_00_00);
  readonly #entries = new Map<number, Known<Entry>[]>();

  /** @param entries by the words that stand for them; a word is at least one character long */
  constructor(entries: Iterable<readonly [word: string, entry: Entry]>) {
    for (const [word, entry] of entries) {
      const first = word.charCodeAt(0);
      const key = keyOf(first, word.length > 1 ? word.charCodeAt(1) : NO_SECOND);
      this.#begins[first] = 1;
      const known = this.#entries.get(key);
      if (known) known.push({ word, entry });
      else this.#entries.set(key, [{ word, entry }]);
    }
  }

  /** Each place at which one of the words stands. */
  *in(text: string): Generator<Known<Entry> & { at: number }> {
    for (let at = 0; at < text.length; at += 1) {
      const first = text.charCodeAt(at);
      if (this.#begins[first] !== 1) continue;
      for (const second of [text.charCodeAt(at + 1), NO_SECOND]) {
        for (const known of this.#entries.get(keyOf(first, second)) ?? [])
          if (text.startsWith(known.word, at)) yield { at, ...known };
      }
    }
  }
}

function keyOf(first: number, second: number): number {
  return first * 0x1_00_00 + second;
}
