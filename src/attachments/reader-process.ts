/**
 * Reads the text of files for the build, in a process that may be ended at any time: what a file says may make a library
 * loop or fill the memory.
 */
import { basename, extname } from 'node:path';
import { openSource, sourceOfBytes } from '../images/byte-source.ts';
import type { ByteSource } from '../images/byte-source.ts';
import { guardProcess } from '../system/process-guard.ts';
import { docxText } from './docx-text.ts';
import { docxWords } from './docx-words.ts';
import { FileWordsSink } from './file-words.ts';
import type { FileWords } from './file-words.ts';
import { openOfficeParts } from './office-parts.ts';
import { pdfText } from './pdf-text.ts';
import { pdfWords } from './pdf-words.ts';
import { tableTextWords } from './table-text-words.ts';
import { READY } from './text-reader.ts';
import type { ReaderAnswer, ReaderTask } from './text-reader.ts';
import { UnreadableError } from './text-outcome.ts';
import type { TextOutcome } from './text-outcome.ts';
import { xlsxText } from './xlsx-text.ts';
import { xlsxWords } from './xlsx-words.ts';

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
    const isWhole = await findWords(opened.source, extension, sink);
    const found = sink.outcome();
    return isWhole ? found : { ...found, fault: 'cut' };
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

/** Files within files are looked through once: one in one in one is no more than told. */
async function lookWithin(name: string, bytes: Uint8Array, sink: FileWordsSink): Promise<void> {
  await sink.within(basename(name), async () => {
    sink.add({ where: '名称', isHidden: true, text: basename(name) });
    try {
      await findWords(sourceOfBytes(bytes), extname(name).toLowerCase(), sink, false);
    } catch {
      // It is told that there is one; what cannot be read is for people to open.
    }
  });
}

/** @returns whether all of the file was looked through */
async function findWords(
  source: ByteSource,
  extension: string,
  sink: FileWordsSink,
  isOuter = true,
): Promise<boolean> {
  const look = async (name: string, bytes: Uint8Array): Promise<void> =>
    isOuter ? lookWithin(name, bytes, sink) : undefined;
  if (extension === '.pdf') return pdfWords(source, sink, look);
  if (extension === '.docx' || extension === '.xlsx') {
    if (extension === '.docx') docxWords(source, sink);
    else xlsxWords(source, sink);
    const parts = openOfficeParts(source);
    for (const path of parts.embedded()) {
      const bytes = parts.bytes(path);
      if (bytes) await look(path, bytes);
    }
    return true;
  }
  return TEXTS.has(extension) ? tableTextWords(source, sink) : true;
}

const TEXTS = new Set(['.csv', '.srt', '.tsv', '.txt', '.vtt']);
