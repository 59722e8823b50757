/** The desk's page: bundled, or, where that fails, plain modules from which Node takes the types, without the editor. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { answerText, refuse } from './answers.ts';
import { bundledPage } from './bundle-page.ts';
import type { BundledPage } from './bundle-page.ts';

const FOLDER = join(import.meta.dirname, '../client');
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
/** What a plain page asks for in order to have the editor, which is made of packages. */
const EDITOR = 'body/body-editor.ts';
const NO_EDITOR = (): Response =>
  refuse(
    503,
    '所见即所得的编辑器没有准备好，正文先用 Markdown 写。',
    '关掉写稿台，再运行一次 npm run desk；还不行，看一看终端里说了什么。',
  );
/** How long a page waits for its bundle, which takes a few seconds once and is kept. */
const PATIENCE_MS = 15_000;

export interface ClientFiles {
  /** The page itself. */
  page(token: string, policy: string): Promise<Response>;
  /** A module or style sheet of it; undefined for what is none. @param name `desk.ts` */
  file(name: string): Response | undefined;
}

/**
 * Only what was bundled, or is in the folder now, has an address: no path is made of what somebody asks for.
 * @param onFailure hears why there is no bundle
 */
export function openClientFiles(
  onFailure: (error: unknown) => void,
  bundle: () => Promise<BundledPage> = bundledPage,
): ClientFiles {
  const names = new Set(readdirSync(FOLDER));
  const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
  let bundled: BundledPage | undefined;
  let asked: Promise<void> | undefined;
  const askBundle = (): Promise<void> =>
    (asked ??= bundle().then(
      (made) => void (bundled = made),
      (error: unknown) => {
        // Another page may have more luck.
        asked = undefined;
        onFailure(error);
      },
    ));
  // Made while the desk starts.
  void askBundle();
  return {
    async page(token, policy) {
      const enough = new AbortController();
      const patience = later(PATIENCE_MS, undefined, { signal: enough.signal });
      await Promise.race([askBundle(), patience.catch(() => undefined)]);
      enough.abort();
      const html = bundled?.html ?? read('desk.html');
      return answerText(html.replace('%TOKEN%', token), 'text/html; charset=utf-8', { policy });
    },
    file(name) {
      const made = bundled && Object.hasOwn(bundled.files, name) ? bundled.files[name] : undefined;
      if (made !== undefined) return answerText(made, name.endsWith('.css') ? CSS : JAVASCRIPT);
      if (name === EDITOR && !bundled) return NO_EDITOR();
      if (!names.has(name)) return undefined;
      if (name.endsWith('.css')) return answerText(read(name), CSS);
      if (!name.endsWith('.ts')) return undefined;
      return answerText(stripTypeScriptTypes(read(name)), JAVASCRIPT);
    },
  };
}
