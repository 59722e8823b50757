/** A line of plain text with its addresses of the web and of mail, and its telephone numbers, as links. */
import { bareAddresses } from '../markdown/bare-address.ts';
import { numbersIn } from '../markdown/phone-numbers.ts';

export interface LinkedWords {
  text: string;
  /** Undefined for words that lead nowhere. */
  url?: string | undefined;
  /** Kept on one line, as telephone numbers and those of a fax are. */
  isNumber?: true;
}

/**
 * The pieces of a text in their order; together they are the text.
 * @param label what stands before it, which tells a telephone from a fax
 */
export function linkedWords(text: string, label = ''): LinkedWords[] {
  const addresses = bareAddresses(text).map(({ index, written, url }) => {
    return { index, text: written, url };
  });
  const numbers = numbersIn(label + text).map(({ index, text: written, href }) => {
    return { index: index - label.length, text: written, url: href, isNumber: true as const };
  });
  const pieces: LinkedWords[] = [];
  let end = 0;
  for (const { index, ...piece } of [...addresses, ...numbers].toSorted(
    (a, b) => a.index - b.index,
  )) {
    // A number within an address is a part of it.
    if (index < end) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push(piece);
    end = index + piece.text.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
