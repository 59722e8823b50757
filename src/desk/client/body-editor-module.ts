/** The editor's module, which is bundled by the server: asked for once. */
import type { Refusal } from '../api.ts';
import type { BodyEditorModule } from './body-field.ts';

const ADDRESS = '/body-editor.js';

let asked: Promise<BodyEditorModule | string> | undefined;

/** The module, or why there is none, in words for staff. */
export function bodyEditorModule(): Promise<BodyEditorModule | string> {
  asked ??= (import(ADDRESS) as Promise<BodyEditorModule>).catch(reason);
  return asked;
}

/** An import says nothing of why it failed: the server is asked once more. */
async function reason(): Promise<string> {
  try {
    const answer = await fetch(ADDRESS);
    if (answer.status === 503) return ((await answer.json()) as Refusal).message;
  } catch {
    // The desk has gone: whatever is done next says so.
  }
  return '所见即所得的编辑器没有打开，正文先用 Markdown 写。刷新页面可以再试。';
}
