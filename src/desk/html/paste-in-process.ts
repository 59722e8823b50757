/** What was copied, read beside the desk where it is long: a page that is pasted as a whole holds up nobody else. */
import { join } from 'node:path';
import type { PasteAnswer, Refusal } from '../api.ts';
import { askProcess } from '../bounded-process.ts';
import { pastedMarkdown } from './paste-html.ts';

export interface PasteTask {
  html: string;
  pictures: readonly string[];
}

/** Characters of HTML that are read at once: a few paragraphs, for which no process is begun. */
const SHORT = 10_000;
const SCRIPT = join(import.meta.dirname, 'paste-process.ts');
const BOUNDS = { patience: 15_000, heap: 400 };
export const TOO_MUCH_PASTED: Refusal = {
  message: '复制的内容太多，没有粘贴。',
  fix: '请分几次粘贴，或者把 Word 文件导入。',
};

/** @param pictures names of those beside the article */
export async function readPasted({ html, pictures }: PasteTask): Promise<PasteAnswer | Refusal> {
  if (html.length <= SHORT) return pastedMarkdown(html, new Set(pictures));
  const answer = await askProcess<PasteTask, PasteAnswer>(SCRIPT, { html, pictures }, BOUNDS);
  return 'fault' in answer ? TOO_MUCH_PASTED : answer;
}
