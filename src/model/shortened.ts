/** Long quotations are cut, so that a pasted picture's data does not fill the screen. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return cut(line, 60);
}

/** Names of files may have 255 bytes; a remedy quotes them whole. */
const LONGEST_QUOTATION = 120;
const LONGEST_LINE = 1000;
const QUOTATION = /「([^「」]*)」/g;

/** A message or remedy with its quotations cut, and each of its lines, whoever wrote it. */
export function withShortQuotations(text: string): string {
  if (text.length <= LONGEST_QUOTATION) return text;
  const quoted = text.replaceAll(QUOTATION, (whole, inside: string) =>
    Array.from(inside).length > LONGEST_QUOTATION ? `「${cut(inside, 60)}」` : whole,
  );
  if (quoted.length <= LONGEST_LINE) return quoted;
  return quoted
    .split('\n')
    .map((line) => cut(line, LONGEST_LINE))
    .join('\n');
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // A sign is at most two units; the rest is not looked at.
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
