/** Reads what was copied, in a process that may be ended at any time. */
import { guardProcess } from '../../system/process-guard.ts';
import { pastedMarkdown } from './paste-html.ts';
import type { PasteTask } from './paste-in-process.ts';

const LARGEST_MEMORY = 700 * 1024 * 1024;
const LONGEST_MS = 30_000;

guardProcess({ memory: LARGEST_MEMORY, time: LONGEST_MS }).begin();
process.on('disconnect', () => process.exit());
process.on('message', ({ html, pictures }: PasteTask) => {
  process.send?.(pastedMarkdown(html, new Set(pictures)));
});
