/**
 * Where a term stands in a text, both normalised: the test that every hit must pass.
 * A number is matched whole and a Latin word from its beginning: 1月5日 is not in 11月5日, nor 47号 in 147号.
 */
export function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  if (term === '') return found;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    if (!cuts(text, at, at + term.length)) found.push(at);
  }
  return found;
}

/** Whether each term (normalised) stands in at least one of the texts (normalised). */
export function holdsEvery(texts: readonly string[], terms: readonly string[]): boolean {
  return terms.every((term) => texts.some((text) => occurrences(text, term).length > 0));
}

/** Whether the piece from `start` to `end` begins inside a number or Latin word, or ends inside a number. */
function cuts(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 1), start + 1);
  return /^(?:[0-9]{2}|[a-z]{2})$/.test(before) || /^[0-9]{2}$/.test(text.slice(end - 1, end + 1));
}
