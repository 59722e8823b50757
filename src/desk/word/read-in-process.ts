/** Hands a Word file to a process of its own, and ends it when it takes too long. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { TextFault } from '../../attachments/text-outcome.ts';
import type { ImportedText } from './import-text.ts';

export interface WordTask {
  /** Absolute path. */
  file: string;
  /** An empty folder for its pictures. */
  folder: string;
}

export type WordAnswer = ImportedText | { fault: TextFault };

const SCRIPT = join(import.meta.dirname, 'word-process.ts');
/** The exit code of a full heap where there are no signals. */
const HEAP_IS_FULL = 134;

/**
 * Never rejects for what is in a file.
 * @param patience milliseconds
 */
export function readInProcess(task: WordTask, patience = 20_000): Promise<WordAnswer> {
  const child = fork(SCRIPT, [], {
    execArgv: ['--max-old-space-size=200', '--disable-warning=ExperimentalWarning'],
    // glibc keeps for each thread what pictures took there: of eight photographs of 24 megapixels 330 MB stay, and so 170.
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end({ fault: 'slow' }), patience);
    const end = (answer: WordAnswer): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(answer);
    };
    child.once('message', (answer) => end(answer as WordAnswer));
    child.once('error', (cause) => {
      clearTimeout(timer);
      reject(new Error('The reader of Word files could not be started', { cause }));
    });
    child.once('exit', (code, signal) => {
      end({ fault: signal !== null || code === HEAP_IS_FULL ? 'memory' : 'damaged' });
    });
    child.send(task);
  });
}
