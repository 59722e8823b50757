/** What the buttons above a text write into it: each an exchange of one piece, so that one Ctrl+Z takes it back. */
import type { TextRange } from './text-lines.ts';

export interface TextEdit extends TextRange {
  /** What stands between `from` and `to` afterwards. */
  text: string;
  /** What is selected afterwards. */
  select: TextRange;
}

/** `**` around what is selected, or away where it is there. */
export function bold(text: string, range: TextRange): TextEdit {
  const chosen = text.slice(range.from, range.to);
  const [before, after] = [text.slice(0, range.from), text.slice(range.to)];
  if (before.endsWith('**') && after.startsWith('**') && chosen !== '') {
    const from = range.from - 2;
    return {
      from,
      to: range.to + 2,
      text: chosen,
      select: { from, to: from + chosen.length },
    };
  }
  const words = chosen.trim() || '加粗的文字';
  // Blanks and line ends beside the signs would keep them from being read.
  const start = chosen.length - chosen.trimStart().length;
  const lead = chosen.trim() === '' ? '' : chosen.slice(0, start);
  const tail = chosen.trim() === '' ? '' : chosen.slice(chosen.trimEnd().length);
  const from = range.from + lead.length + 2;
  return {
    ...range,
    text: `${lead}**${words.replaceAll(/\n+/gu, (end) => `**${end}**`)}**${tail}`,
    select: { from, to: from + words.replaceAll(/\n+/gu, (end) => `**${end}**`).length },
  };
}

/** `sign` before each line that is touched, as a block of its own, or away where all have it. */
export function lineMark(text: string, range: TextRange, sign: string, example: string): TextEdit {
  const whole = wholeLines(text, range);
  const lines = text.slice(whole.from, whole.to).split('\n');
  if (lines.some((line) => line !== '') && lines.every((line) => !line || line.startsWith(sign))) {
    const bare = lines.map((line) => line.slice(line === '' ? 0 : sign.length)).join('\n');
    return { ...whole, text: bare, select: ofLength(whole.from, bare) };
  }
  const marked = lines.every((line) => line === '')
    ? `${sign}${example}`
    : lines.map((line) => (line === '' ? line : sign + line)).join('\n');
  const edit = asBlock(text, whole, marked);
  const isExample = marked === `${sign}${example}`;
  const from = edit.select.from + (isExample ? sign.length : 0);
  return { ...edit, select: { from, to: edit.select.to } };
}

/** A table with empty cells; its first cell is selected. */
export function table(text: string, range: TextRange, rows: number, columns: number): TextEdit {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const cells = (word: (index: number) => string) =>
    Array.from({ length: columns }, (_, i) => word(i));
  const lines = [
    row(cells((index) => `第${index + 1}列`)),
    row(cells(() => '---')),
    ...Array.from({ length: Math.max(0, rows - 1) }, () => row(cells(() => '　'))),
  ];
  const edit = block(text, range.to, lines.join('\n'));
  return { ...edit, select: { from: edit.select.from + 2, to: edit.select.from + 5 } };
}

/** `[words](address)` in the place of what is selected. */
export function link(range: TextRange, words: string, address: string): TextEdit {
  const target = /[\s()<>]/u.test(address)
    ? `<${address.replaceAll(/[<>\n]/gu, encodeURIComponent)}>`
    : address;
  const written = `[${words.replaceAll(/[[\]\\]/gu, String.raw`\$&`)}](${target})`;
  const after = range.from + written.length;
  return { ...range, text: written, select: { from: after, to: after } };
}

/** The sign of a note where the caret is, and the note at the end of the text, whose words are selected. */
export function footnote(text: string, range: TextRange): TextEdit {
  const numbers = [...text.matchAll(/\[\^(\d+)\]/gu)].map(([, number]) => Number(number));
  const number = Math.max(0, ...numbers) + 1;
  const words = '注释的文字';
  const end = text.slice(range.to).replace(/\s+$/u, '');
  const hasNotes = /(?:^|\n)\[\^[^\]\n]+\]:[^\n]*$/u.test(text.trimEnd());
  const written = `[^${number}]${end}${hasNotes ? '\n' : '\n\n'}[^${number}]: ${words}`;
  const from = range.to + written.length - words.length;
  return { from: range.to, to: text.length, text: `${written}\n`, select: ofLength(from, words) };
}

/** A paragraph of its own after the one in which `place` is. */
export function block(text: string, place: number, written: string): TextEdit {
  const next = text.indexOf('\n', place);
  const at = next === -1 ? text.length : next;
  const isEmptyLine = at === 0 || text[at - 1] === '\n';
  return asBlock(text, { from: isEmptyLine ? Math.min(place, at) : at, to: at }, written);
}

/** The same with as many line ends on both sides as a paragraph needs. */
function asBlock(text: string, range: TextRange, written: string): TextEdit {
  const before = text.slice(0, range.from);
  const after = text.slice(range.to);
  const lead =
    before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail =
    after.startsWith('\n\n') || after === '\n'
      ? ''
      : after.startsWith('\n') || after === ''
        ? '\n'
        : '\n\n';
  const from = range.from + lead.length;
  return { ...range, text: lead + written + tail, select: ofLength(from, written) };
}

function wholeLines(text: string, range: TextRange): TextRange {
  const end = text.indexOf('\n', range.to);
  return {
    from: range.from === 0 ? 0 : text.lastIndexOf('\n', range.from - 1) + 1,
    to: end === -1 ? text.length : end,
  };
}

function ofLength(from: number, text: string): TextRange {
  return { from, to: from + text.length };
}
