/** The editor's module, a part of the page that comes later: asked for once. */
import type { Refusal } from '../api.ts';
import type { BodyEditorModule } from './body-field.ts';

/** Where the page is plain modules, the server says here why it has no editor. */
const PLAIN_ADDRESS = '/body/body-editor.ts';

let asked: Promise<BodyEditorModule | string> | undefined;

/** The module, or why there is none, in words for staff. */
export function bodyEditorModule(): Promise<BodyEditorModule | string> {
  asked ??= import('./body/body-editor.ts').catch(reason);
  return asked;
}

/** An import says nothing of why it failed: the server is asked once more. */
async function reason(): Promise<string> {
  try {
    const answer = await fetch(PLAIN_ADDRESS);
    if (answer.status === 503) return ((await answer.json()) as Refusal).message;
  } catch {
    // The desk has gone: whatever is done next says so.
  }
  return '所见即所得的编辑器没有打开，正文先用 Markdown 写。刷新页面可以再试。';
}
