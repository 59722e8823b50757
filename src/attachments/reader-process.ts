/**
 * Reads the text of files for the build, in a process that may be ended at any time. What a file says may make a
 * library loop or fill the memory, so a second thread watches both: it still runs when this one does not.
 */
import { Worker } from 'node:worker_threads';
import { openSource } from '../images/byte-source.ts';
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

/** When the task in hand was begun, in seconds; 0 between tasks. */
const begun = new Int32Array(new SharedArrayBuffer(4));
const watch = `
  const { workerData: { begun, memory, time } } = require('node:worker_threads');
  setInterval(() => {
    const isLate = begun[0] > 0 && Date.now() / 1000 - begun[0] > time / 1000;
    if (isLate || process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
  }, 20);
`;
new Worker(watch, {
  eval: true,
  workerData: { begun, memory: LARGEST_MEMORY, time: LONGEST_TASK_MS },
}).unref();

process.on('disconnect', () => process.exit());
process.on('message', (task: ReaderTask) => {
  begun[0] = Math.floor(Date.now() / 1000);
  void outcomeOf(task).then((outcome) => {
    begun[0] = 0;
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
