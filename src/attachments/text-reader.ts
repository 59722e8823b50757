/** One process for the whole build reads the files, one after the other; it is ended and begun anew as needed. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { FileWords } from './file-words.ts';
import type { TextFault, TextOutcome } from './text-outcome.ts';

export interface ReaderTask {
  /** What is wanted: the text for the search, or what is found in the words that must not be public. */
  asks: 'text' | 'words';
  /** Absolute path. */
  file: string;
  extension: string;
}

/** What the process answers. */
export interface ReaderAnswer {
  outcome: TextOutcome | FileWords;
  /** Bytes that the process holds after the task. */
  memory: number;
}

/** What stands for an answer that did not come. */
interface Failure {
  fault: TextFault;
}

export interface TextReader {
  /** Never rejects for what is in a file. @param extension with its dot, lower case */
  read(file: string, extension: string): Promise<TextOutcome>;
  /** What is found in a file's words. Never rejects for what is in it. @param extension as for `read` */
  words(file: string, extension: string): Promise<FileWords>;
  /** Ends the process; the next `read` begins another. */
  close(): void;
}

/** What the process says first. */
export const READY = 'ready';

interface Child {
  process: ChildProcess;
  isFresh: boolean;
}

/** A process that kept more than this is not given another file, which it might not survive. */
const MOST_KEPT = 170 * 1024 * 1024;
const NO_WORDS_FOUND: FileWords = { hits: [], more: {}, hidden: [] };
const SCRIPT = join(import.meta.dirname, 'reader-process.ts');

/** @param patience how long one file may take, in milliseconds */
export function openTextReader(patience = 20_000): TextReader {
  let child: Child | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function askNow(task: ReaderTask): Promise<TextOutcome | FileWords | Failure> {
    child ??= await startChild();
    const { isFresh } = child;
    child.isFresh = false;
    const answer = await ask(child.process, task, patience);
    if ('memory' in answer && answer.memory <= MOST_KEPT) return answer.outcome;
    child.process.kill('SIGKILL');
    child = undefined;
    if ('memory' in answer) return answer.outcome;
    // What earlier files left behind may have been too much, not this one.
    return answer.fault === 'memory' && !isFresh ? askNow(task) : answer;
  }

  function inTurn(task: ReaderTask): Promise<TextOutcome | FileWords | Failure> {
    const asking = queue.then(() => askNow(task));
    queue = asking.catch(() => undefined);
    return asking;
  }

  return {
    async read(file, extension) {
      const outcome = await inTurn({ asks: 'text', file, extension });
      if ('text' in outcome) return outcome;
      const { fault } = outcome;
      return { text: '', fault: fault === 'unread' ? 'damaged' : fault };
    },
    async words(file, extension) {
      const outcome = await inTurn({ asks: 'words', file, extension });
      return 'hits' in outcome ? outcome : { ...NO_WORDS_FOUND, fault: outcome.fault };
    },
    close() {
      child?.process.kill('SIGKILL');
      child = undefined;
    },
  };
}

/** @throws Error when there is no such process to be had, which no file is to blame for */
async function startChild(): Promise<Child> {
  const child = fork(SCRIPT, [], {
    execArgv: ['--max-old-space-size=150', '--disable-warning=ExperimentalWarning'],
    // What libraries print about a file is nothing to the build.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(new Error('The reader of attachments could not be started', { cause }));
    child
      .once('message', () => resolve())
      .once('error', fail)
      .once('exit', fail);
  });
  child.removeAllListeners();
  child.unref();
  child.channel?.unref();
  return { process: child, isFresh: true };
}

function ask(
  child: ChildProcess,
  task: ReaderTask,
  patience: number,
): Promise<ReaderAnswer | Failure> {
  return new Promise((resolve) => {
    const end = (answer: ReaderAnswer | Failure): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // What it says after it was given up is nothing any more.
      child.on('error', () => undefined);
      resolve(answer);
    };
    const timer = setTimeout(() => end({ fault: 'slow' }), patience);
    child.once('message', (answer) => end(answer as ReaderAnswer));
    child.once('error', () => end({ fault: 'damaged' }));
    // Node ends itself when its heap is full, and the process's own watch when all its memory is.
    child.once('exit', (code, signal) => {
      end({ fault: signal !== null || code === HEAP_IS_FULL ? 'memory' : 'damaged' });
    });
    child.send(task);
  });
}

/** The exit code for it where there are no signals. */
const HEAP_IS_FULL = 134;
