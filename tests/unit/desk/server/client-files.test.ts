/** What the desk's page is made of: the bundle, and the plain modules where there is none. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openClientFiles } from '../../../../src/desk/server/client-files.ts';
import type { ClientFiles } from '../../../../src/desk/server/client-files.ts';

const EDITOR = 'body/body-editor.ts';
/** Parts that come where somebody asks for them, and with no page. */
const ASKED = [
  'crop-dialog',
  'exchange-picture',
  'insert-card',
  'insert-dialogs',
  'card-dialog',
  'write-component',
  'versions-dialog',
  'conflict-dialog',
  'publish-steps',
  'reader-steps',
  'review-steps',
  'reminders',
  'remove-file',
  'title-line',
  'text-difference',
  'sending',
  'new-articles',
  'offer-copy',
  'rtf-pictures',
];
/** Which the server makes of the bureau's settings. */
const COLOURS = 'colours.css';

it('the bundled page has all that it names, the editor as a part of its own, in 180 kB', async () => {
  const failures: unknown[] = [];
  const client = openClientFiles((error) => failures.push(error));
  const loaded = await load(client);
  expect(failures).toEqual([]);
  expect([...loaded.keys()].filter((name) => name.endsWith('.ts'))).toEqual([]);
  const first = await loadStatic(client);
  const editor = [...loaded.keys()].filter((name) => name.startsWith('body-editor-'));
  expect(editor).toHaveLength(1);
  expect(first.has(editor[0] ?? '')).toBe(false);
  const isAsked = (name: string): boolean => ASKED.some((part) => name.startsWith(`${part}-`));
  const sizes = [...loaded].map(([name, text]) => ({ name, size: gzipSync(text).length }));
  const asked = sizes.filter(({ name }) => isAsked(name));
  expect(asked).toHaveLength(ASKED.length);
  expect(asked.filter(({ name, size }) => first.has(name) || size > 4_000)).toEqual([]);
  const page = sizes.filter(({ name }) => !isAsked(name));
  expect(page.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(180_000);
});

it.each(['desk.html', 'sign-in.html', '', '.', '../api.ts', '__proto__', 'constructor', EDITOR])(
  'nothing is at %j',
  async (name) => {
    const client = openClientFiles(() => undefined);
    await client.page('', '');
    expect(client.file(name)).toBeUndefined();
  },
);

it('where it cannot be bundled the page is plain modules, which are whole, and says why it has no editor', async () => {
  const failures: unknown[] = [];
  const client = openClientFiles(
    (error) => failures.push(error),
    () => Promise.reject(new Error('no Vite')),
  );
  const loaded = await load(client);
  expect(failures).toEqual([new Error('no Vite')]);
  // Another page tries once more.
  await client.page('', '');
  expect(failures).toHaveLength(2);
  expect(loaded.has('desk.ts')).toBe(true);
  expect(loaded.get(EDITOR)).toContain('所见即所得的编辑器没有准备好，正文先用 Markdown 写。');
  expect(client.file(EDITOR)?.status).toBe(503);
});

/** The page's files and what they import, then or later, by name. Throws for one that has no answer. */
async function load(client: ClientFiles, isLater = true): Promise<Map<string, string>> {
  const page = await (await client.page('token', '')).text();
  expect(page).toContain('name="desk-token" content="token"');
  const named = [...page.matchAll(/(?:href|src)="([^"#:]+\.\w+)"/g)].map(([, name = '']) => name);
  const loaded = new Map<string, string>();
  const wanted = new Set(named.map((name) => name.replace(/^\//, '')));
  wanted.delete(COLOURS);
  for (const name of wanted) {
    const text = await client.file(name)?.text();
    if (text === undefined) throw new Error(`no answer: ${name}`);
    loaded.set(name, text);
    const imports = isLater
      ? /(?:\bfrom|\bimport)\s*\(?\s*['"`]\.\/([^'"`]+)['"`]/g
      : /(?:\bfrom|\bimport)\s*['"`]\.\/([^'"`]+)['"`]/g;
    for (const [, target = ''] of text.matchAll(imports)) wanted.add(target);
  }
  return loaded;
}

const loadStatic = (client: ClientFiles): Promise<Map<string, string>> => load(client, false);
