/** Loaded before each script: what it imports may not be there, and then nothing of it runs that could say so. */
import { isMainThread } from 'node:worker_threads';
import { isOfMissingPrograms, MISSING_PROGRAMS } from '../src/build/missing-programs.ts';
import { EXIT } from './exit-codes.ts';

if (isMainThread) {
  process.on('uncaughtExceptionMonitor', (error) => {
    if (!isOfMissingPrograms(error)) return;
    console.error(MISSING_PROGRAMS);
    process.exit(EXIT.broken);
  });
}
