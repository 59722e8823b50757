/** A page of the desk with the editor of a body, and what hands do there. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { aText } from '../../support/a-bureau.ts';
import { openText, savedBody } from './desk.ts';
import type { Desk } from './desk.ts';

export interface EditorPage {
  page: Page;
  body: Locator;
  /** What the page's policy has refused. */
  refused: readonly string[];
  /** The article with this body, freshly opened. @param file below the desk's folder */
  openFresh(file: string, text: string): Promise<void>;
  /** A click beside one of these words' letters; a document without words has one place. */
  caretAt(words: string, offset: number): Promise<void>;
  /** As Windows' input methods do: letters that become a word, which is then taken. */
  compose(word: string): Promise<void>;
  /** Saves, and reads what is in the file below the front matter. */
  saved(file: string): Promise<string>;
}

export async function editorPage(browser: Browser, desk: Desk): Promise<EditorPage> {
  const viewport = { width: 1366, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  const page = await context.newPage();
  const refused: string[] = [];
  await page.exposeFunction('noteRefused', (words: string) => refused.push(words));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // @ts-expect-error -- exposed above
      void noteRefused(`${violatedDirective} ${blockedURI}`);
    });
  });
  const keys = await context.newCDPSession(page);
  const body = page.getByRole('textbox', { name: '正文' });
  await page.goto(desk.address);
  await page.getByText('测试').first().waitFor();

  async function openFresh(file: string, text: string): Promise<void> {
    await page.goto('about:blank');
    await writeFile(join(desk.folder, file), aText('2026-11-02', [], text.trimEnd()));
    await openText(page, desk, file.split('/').at(-2) ?? '');
  }

  async function caretAt(words: string, offset: number): Promise<void> {
    if (words === '') return body.locator('p').click();
    const at = await body.evaluate(
      (root, [wanted, letter]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { currentNode: node } = walker;
          const found = node.textContent?.indexOf(wanted) ?? -1;
          if (found === -1) continue;
          node.parentElement?.scrollIntoView({ block: 'center' });
          const range = document.createRange();
          range.setStart(node, found + letter);
          const { left, top, height } = range.getClientRects()[0] ?? new DOMRect();
          return { x: left, y: top + height / 2 };
        }
        return { x: 0, y: 0 };
      },
      [words, offset] as const,
    );
    await page.mouse.click(at.x, at.y);
    // ProseMirror looks at the caret once more 20 ms after it got the focus; no hand is as fast.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
  }

  async function compose(word: string): Promise<void> {
    for (const text of ['n', 'ni', 'ni h', word]) {
      await keys.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await keys.send('Input.insertText', { text: word });
  }

  const saved = (file: string): Promise<string> => savedBody(page, desk, file);

  return { page, body, refused, openFresh, caretAt, compose, saved };
}
