/** Hands a Word file to a process of its own, and ends it when it takes too long. */
import { join } from 'node:path';
import type { TextFault } from '../../attachments/text-outcome.ts';
import { askProcess } from '../bounded-process.ts';
import type { ImportedText } from './import-text.ts';

export interface WordTask {
  /** Absolute path. */
  file: string;
  /** An empty folder for its pictures. */
  folder: string;
}

export type WordAnswer = ImportedText | { fault: TextFault };

const SCRIPT = join(import.meta.dirname, 'word-process.ts');

/**
 * Never rejects for what is in a file.
 * @param patience milliseconds
 */
export function readInProcess(task: WordTask, patience = 20_000): Promise<WordAnswer> {
  return askProcess<WordTask, WordAnswer>(SCRIPT, task, { patience, heap: 200 });
}
