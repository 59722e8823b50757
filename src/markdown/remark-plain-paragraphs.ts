/**
 * A front door to the parser: most press releases are paragraphs and bold type and nothing else, which need no reading
 * character by character. What may mean more than itself is left to the parser, so that there is one Markdown.
 */
import type { Paragraph, Root, Strong, Text } from 'mdast';
import type { Processor } from 'unified';
import { BOLD_SIGN, boldPieces } from './plain-bold.ts';
import { sourceOf } from './source.ts';
import type { Source } from './source.ts';

/** What may be markup or an entity wherever it stands, and what the parser replaces or drops, as spaces around a line. */
const MAY_MEAN_MORE = /[\\`_[<&~|\t\r\0\ufeff]|^ | $/m;
/** What may begin a heading, a list, a quotation, a rule, or the second row of a table. */
const BEGINS_BLOCK = /^(?:[#>+:-]|\d{1,9}[.)](?: |$))/m;
const PARAGRAPH = /[^\n]+(?:\n[^\n]+)*/g;

/** Lets a processor read such bodies without its parser, which must have been set. */
export function remarkPlainParagraphs(this: Processor): void {
  /* oxlint-disable oxc/no-this-in-exported-function -- unified calls a plugin on its processor */
  const { parser } = this;
  if (!parser) throw new Error('There is no parser behind the front door');
  this.parser = (body, file) => plainParagraphs(body) ?? parser(body, file);
  /* oxlint-enable oxc/no-this-in-exported-function */
}

/**
 * The tree of a body of paragraphs and bold type as our parser gives it, positions included.
 * @returns undefined where only the parser knows
 */
export function plainParagraphs(body: string): Root | undefined {
  if (MAY_MEAN_MORE.test(body) || BEGINS_BLOCK.test(body)) return undefined;
  const source = sourceOf(body);
  const children: Paragraph[] = [];
  for (const { 0: text, index } of body.matchAll(PARAGRAPH)) {
    const pieces = boldPieces(text);
    if (!pieces) return undefined;
    children.push(paragraphOf(pieces, source, index));
  }
  if (children.length === 0) return undefined;
  return { type: 'root', children, position: span(source, 0, body.length) };
}

/** @param pieces every other of them bold */
function paragraphOf(pieces: readonly string[], source: Source, offset: number): Paragraph {
  const children: (Strong | Text)[] = [];
  let end = offset - BOLD_SIGN.length;
  for (const [index, value] of pieces.entries()) {
    const start = end + BOLD_SIGN.length;
    end = start + value.length;
    const text: Text = { type: 'text', value, position: span(source, start, end) };
    if (index % 2 === 1) {
      const position = span(source, start - BOLD_SIGN.length, end + BOLD_SIGN.length);
      children.push({ type: 'strong', children: [text], position });
    } else if (value !== '') {
      children.push(text);
    }
  }
  return { type: 'paragraph', children, position: span(source, offset, end) };
}

function span(source: Source, start: number, end: number): NonNullable<Root['position']> {
  return { start: pointAt(source, start), end: pointAt(source, end) };
}

/** A point of unist: both numbers of a place from 1. */
function pointAt(source: Source, offset: number): { line: number; column: number; offset: number } {
  const { line, column } = source.placeOf(offset);
  return { line, column: column + 1, offset };
}
