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

/** `system`: what the machine could not do, by its code. */
export type WordAnswer = ImportedText | { fault: TextFault } | { system: string };

const SCRIPT = join(import.meta.dirname, 'word-process.ts');

/**
 * Never rejects for what is in a file, but for what the machine cannot do.
 * @param patience milliseconds
 */
export async function readInProcess(
  task: WordTask,
  patience = 20_000,
): Promise<Exclude<WordAnswer, { system: string }>> {
  const bounds = { patience, heap: 200 };
  const answer = await askProcess<WordTask, WordAnswer>(SCRIPT, task, bounds);
  if (!('system' in answer)) return answer;
  throw Object.assign(new Error(`${answer.system}: its pictures could not be written`), {
    code: answer.system,
    path: join(task.folder, 'pictures'),
  });
}
