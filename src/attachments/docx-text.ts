/** The text of a Word file (docx): its paragraphs, tables, text boxes and notes, without what was deleted. */
import type { ByteSource } from '../images/byte-source.ts';
import { openOfficeParts } from './office-parts.ts';
import { TextSink, UnreadableError } from './text-outcome.ts';
import type { TextOutcome } from './text-outcome.ts';

export function docxText(source: ByteSource): TextOutcome {
  const parts = openOfficeParts(source);
  const main = parts.named(/^word\/document\d*\.xml$/i);
  if (main.length === 0) throw new UnreadableError('damaged');
  const sink = new TextSink();
  for (const part of [...main, ...parts.named(/^word\/(?:foot|end)notes\.xml$/i)]) {
    // Of a text box old programs are given a second copy (Fallback).
    let skipped = 0;
    let isText = false;
    let inTabStops = false;
    parts.walk(part, {
      open(name) {
        if (name === 'Fallback') skipped += 1;
        if (name === 'tabs') inTabStops = true;
        if (skipped > 0) return;
        isText = name === 't';
        if (name === 'tab' && !inTabStops) sink.add('\t');
        if (name === 'br' || name === 'cr') sink.add('\n');
        if (name === 'noBreakHyphen') sink.add('-');
      },
      text: (text) => {
        if (isText && skipped === 0) sink.add(text);
      },
      close(name) {
        if (name === 'Fallback') skipped -= 1;
        if (name === 'tabs') inTabStops = false;
        isText = false;
        if (name === 'p' && skipped === 0) sink.add('\n\n');
      },
      isEnough: () => sink.isFull,
    });
  }
  return sink.outcome();
}
