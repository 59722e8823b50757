/** The desk's page: plain modules for the browser, from which Node takes the types, and the editor, which is bundled. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { answerText, refuse } from './answers.ts';
import { bundledEditor } from './bundle-editor.ts';

const FOLDER = join(import.meta.dirname, '../client');

export interface ClientFiles {
  /** The page itself. */
  page(token: string, policy: string): Response;
  /** A module or style sheet of it; undefined for what is none. @param name `desk.ts` */
  file(name: string): Promise<Response> | Response | undefined;
}

const JAVASCRIPT = 'text/javascript; charset=utf-8';
const NO_EDITOR = (): Response =>
  refuse(
    503,
    '所见即所得的编辑器没有准备好，正文先用 Markdown 写。',
    '关掉写稿台，再运行一次 npm run desk；还不行，看一看终端里说了什么。',
  );
/** The address of the editor. */
const EDITOR = 'body-editor.js';

/**
 * Only what is in the folder now has an address: no path is made of what somebody asks for.
 * @param onFailure hears why there is no editor; articles are written as Markdown then
 */
export function openClientFiles(onFailure: (error: unknown) => void): ClientFiles {
  let editor: Promise<() => Response> | undefined;
  const askEditor = (): Promise<() => Response> =>
    (editor ??= bundledEditor().then(
      (text) => () => answerText(text, JAVASCRIPT),
      (error: unknown) => {
        // Another page may have more luck.
        editor = undefined;
        onFailure(error);
        return NO_EDITOR;
      },
    ));
  const names = new Set(readdirSync(FOLDER));
  const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
  return {
    page(token, policy) {
      // Made while the page opens.
      void askEditor();
      return answerText(read('desk.html').replace('%TOKEN%', token), 'text/html; charset=utf-8', {
        policy,
      });
    },
    file(name) {
      if (name === EDITOR) return askEditor().then((answer) => answer());
      if (!names.has(name)) return undefined;
      if (name.endsWith('.css')) return answerText(read(name), 'text/css; charset=utf-8');
      if (!name.endsWith('.ts')) return undefined;
      return answerText(stripTypeScriptTypes(read(name)), JAVASCRIPT);
    },
  };
}
