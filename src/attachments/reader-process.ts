/**
 * Reads the text of files for the build, in a process that may be ended at any time: what a file says may make a library
 * loop or fill the memory.
 */
import { openSource } from '../images/byte-source.ts';
import type { ByteSource } from '../images/byte-source.ts';
import { guardProcess } from '../system/process-guard.ts';
import { docxText } from './docx-text.ts';
import { FileWordsSink } from './file-words.ts';
import type { FileWords } from './file-words.ts';
import { lookThrough } from './look-through.ts';
import { pdfText } from './pdf-text.ts';
import { READY } from './text-reader.ts';
import type { ReaderAnswer, ReaderTask } from './text-reader.ts';
import { UnreadableError } from './text-outcome.ts';
import type { TextOutcome } from './text-outcome.ts';
import { xlsxText } from './xlsx-text.ts';

const LARGEST_MEMORY = 270 * 1024 * 1024;
/** Longer than the build waits: it matters only when the build itself is gone. */
const LONGEST_TASK_MS = 60_000;

const guard = guardProcess({ memory: LARGEST_MEMORY, time: LONGEST_TASK_MS });

process.on('disconnect', () => process.exit());
process.on('message', (task: ReaderTask) => {
  guard.begin();
  void outcomeOf(task).then((outcome) => {
    guard.end();
    const answer: ReaderAnswer = { outcome, memory: process.memoryUsage.rss() };
    process.send?.(answer);
  });
});
process.send?.(READY);

async function outcomeOf({ asks, file, extension }: ReaderTask): Promise<TextOutcome | FileWords> {
  let close: (() => void) | undefined;
  const sink = new FileWordsSink();
  try {
    const opened = openSource(file);
    close = opened.close;
    if (asks === 'text') return await textOf(opened.source, extension);
    const fault = await lookThrough(opened.source, extension, sink);
    const found = sink.outcome();
    return fault === undefined ? found : { ...found, fault };
  } catch (error) {
    // The libraries throw for files that only Office can open; what they throw says nothing to staff.
    const fault = error instanceof UnreadableError ? error.fault : 'damaged';
    return asks === 'text' ? { text: '', fault } : { ...sink.outcome(), fault };
  } finally {
    close?.();
  }
}

async function textOf(source: ByteSource, extension: string): Promise<TextOutcome> {
  if (extension === '.pdf') return pdfText(source);
  return extension === '.docx' ? docxText(source) : xlsxText(source);
}
