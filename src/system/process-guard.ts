/** Ends this process when it takes too long or too much memory. A second thread watches: it runs when this one does not. */
import { Worker } from 'node:worker_threads';

export interface ProcessGuard {
  /** A task begins. */
  begin(): void;
  /** It has ended: until the next, time does not count. */
  end(): void;
}

const WATCH = `
  const { workerData: { begun, memory, time } } = require('node:worker_threads');
  setInterval(() => {
    const isLate = begun[0] > 0 && Date.now() / 1000 - begun[0] > time / 1000;
    if (isLate || process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
  }, 20);
`;

/**
 * @param bounds.memory bytes of the whole process
 * @param bounds.time of one task, milliseconds
 */
export function guardProcess({ memory, time }: { memory: number; time: number }): ProcessGuard {
  /** When the task in hand was begun, in seconds; 0 between tasks. */
  const begun = new Int32Array(new SharedArrayBuffer(4));
  new Worker(WATCH, { eval: true, workerData: { begun, memory, time } }).unref();
  return {
    begin: () => void (begun[0] = Math.floor(Date.now() / 1000)),
    end: () => void (begun[0] = 0),
  };
}
