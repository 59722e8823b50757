/** Reads one Word file, in a process that may be ended at any time: what a file says may fill the memory. */
import { openSource } from '../../images/byte-source.ts';
import { UnreadableError } from '../../attachments/text-outcome.ts';
import { guardProcess } from '../../system/process-guard.ts';
import { importText } from './import-text.ts';
import type { WordAnswer, WordTask } from './read-in-process.ts';

const LARGEST_MEMORY = 400 * 1024 * 1024;
const LONGEST_MS = 60_000;

guardProcess({ memory: LARGEST_MEMORY, time: LONGEST_MS }).begin();
process.on('disconnect', () => process.exit());
process.on('message', (task: WordTask) => {
  void answerTo(task).then((answer) => process.send?.(answer));
});

async function answerTo({ file, folder }: WordTask): Promise<WordAnswer> {
  const { source, close } = openSource(file);
  try {
    return await importText(source, folder);
  } catch (error) {
    // What the system says of its disk is no fault of the file.
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      return { system: String(error.code) };
    // What libraries throw about a file says nothing to staff.
    return { fault: error instanceof UnreadableError ? error.fault : 'damaged' };
  } finally {
    close();
  }
}
