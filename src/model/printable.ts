/**
 * What files and their names hold, made safe to print: a terminal obeys control characters, and CI runners take lines that
 * begin with `::`, and `##[` anywhere, for commands.
 */

/** Controls, marks of direction that reverse what follows, line separators, zero-width characters. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const NAMES: ReadonlyMap<string, string> = new Map([
  ['\n', '↵'],
  ['\r', '↵'],
  ['\t', ' '],
]);

/** One line, in which each character that would not be seen is named: `甲⟨U+202E⟩乙`. */
export function printable(text: string): string {
  return unbroken(
    text.replaceAll(UNPRINTABLE, (character) => NAMES.get(character) ?? codeOf(character)),
  ).replace(/^(\s*):(?=:)/, '$1：');
}

/** The same for several lines: their ends stay. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** A value as JSON whose text is the same once it is read, and in which nothing is obeyed on the way. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  // Such a character stands within a string only, where it may be written by its number; line ends are the indentation's.
  return json
    .replaceAll(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character)))
    .replaceAll(/#(?=#\w*\[)/g, escaped('#'));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** `##[error]`, `##vso[…]`, `##teamcity[…]` are commands wherever they stand in a line. */
function unbroken(line: string): string {
  return line.includes('##') ? line.replaceAll(/#(?=#\w*\[)/g, '# ') : line;
}
