/**
 * Reads the text of files for the build, in a process that may be ended at any time: what a file says may make a library
 * loop or fill the memory.
 */
import { openSource } from '../images/byte-source.ts';
import { guardProcess } from '../system/process-guard.ts';
import { docxText } from './docx-text.ts';
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
    const answer: ReaderAnswer = { ...outcome, memory: process.memoryUsage.rss() };
    process.send?.(answer);
  });
});
process.send?.(READY);

async function outcomeOf({ file, extension }: ReaderTask): Promise<TextOutcome> {
  let close: (() => void) | undefined;
  try {
    const opened = openSource(file);
    close = opened.close;
    if (extension === '.pdf') return await pdfText(opened.source);
    return extension === '.docx' ? docxText(opened.source) : xlsxText(opened.source);
  } catch (error) {
    // The libraries throw for files that only Office can open; what they throw says nothing to staff.
    return { text: '', fault: error instanceof UnreadableError ? error.fault : 'damaged' };
  } finally {
    close?.();
  }
}
