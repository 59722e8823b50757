/**
 * What comes from outside read by a process of its own, which may be ended: at most two at once, the others wait their turn and
 * are given the same time from when it comes.
 */
import { fork } from 'node:child_process';

const MOST_AT_ONCE = 2;
/** The exit code of a full heap where there are no signals. */
const HEAP_IS_FULL = 134;

export interface ProcessBounds {
  /** Milliseconds. */
  patience: number;
  /** Megabytes. */
  heap: number;
}

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Never rejects for what is in a task.
 * @param script absolute path of a module that answers each message by one
 */
export async function askProcess<Task extends object, Answer extends object>(
  script: string,
  task: Task,
  bounds: ProcessBounds,
): Promise<Answer | { fault: 'slow' | 'memory' | 'damaged' }> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await askOnce<Task, Answer>(script, task, bounds);
  } finally {
    // Whoever waits takes its place.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function askOnce<Task extends object, Answer extends object>(
  script: string,
  task: Task,
  { patience, heap }: ProcessBounds,
): Promise<Answer | { fault: 'slow' | 'memory' | 'damaged' }> {
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${heap}`, '--disable-warning=ExperimentalWarning'],
    // glibc keeps for each thread what pictures took there: of eight photographs of 24 megapixels 330 MB stay, and so 170.
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end({ fault: 'slow' }), patience);
    const end = (answer: Answer | { fault: 'slow' | 'memory' | 'damaged' }): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(answer);
    };
    child.once('message', (answer) => end(answer as Answer));
    child.once('error', (cause) => {
      clearTimeout(timer);
      reject(new Error('A process that reads files could not be started', { cause }));
    });
    child.once('exit', (code, signal) => {
      end({ fault: signal !== null || code === HEAP_IS_FULL ? 'memory' : 'damaged' });
    });
    child.send(task);
  });
}
