/** Many words looked for in one walk through a text: most characters begin none of them. */

export class FirstCharacters<Entry> {
  readonly #begins = new Uint8Array(0x1_00_00);
  readonly #entries = new Map<string, { word: string; entry: Entry }[]>();

  /** @param entries by the words that stand for them; a word is at least one character long */
  constructor(entries: Iterable<readonly [word: string, entry: Entry]>) {
    for (const [word, entry] of entries) {
      this.#begins[word.charCodeAt(0)] = 1;
      const key = word.slice(0, 2);
      const known = this.#entries.get(key);
      if (known) known.push({ word, entry });
      else this.#entries.set(key, [{ word, entry }]);
    }
  }

  /** Each place at which one of the words stands. */
  *in(text: string): Generator<{ at: number; word: string; entry: Entry }> {
    for (let at = 0; at < text.length; at += 1) {
      if (this.#begins[text.charCodeAt(at)] !== 1) continue;
      for (const key of [text.slice(at, at + 2), text[at] ?? '']) {
        for (const { word, entry } of this.#entries.get(key) ?? [])
          if (text.startsWith(word, at)) yield { at, word, entry };
      }
    }
  }
}
