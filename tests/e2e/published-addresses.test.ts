/** Addresses that only the live site knows: it was published by checkouts that nobody kept, as pipelines do. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '../..');
const MOVED = '20260514-flood-season';
const DELETED = '20250522-flood-drill';

let folder = '';
const inside = (path: string): string => join(folder, path);
const ledger = (): string => inside('content/addresses.tsv');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'published-addresses-'));
  await cp(join(PROJECT, 'tests/fixtures/other-bureau'), folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  code: number;
  text: string;
}

function command(script: string, args: readonly string[], env = {}): Promise<Ended> {
  const folders = ['--content', inside('content'), '--public', inside('public')];
  const now = ['--now', '2026-11-26 09:00'];
  return run(process.execPath, [`scripts/${script}.ts`, ...args, ...folders, ...now], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: stdout + stderr };
    },
  );
}

/** From a checkout that has no ledger. */
async function publish(...args: string[]): Promise<Ended> {
  await rm(ledger(), { force: true });
  return command('publish', ['--to', inside('www'), ...args]);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(inside(path), change(await readFile(inside(path), 'utf8')));
}

const redirects = (): Promise<string> => readFile(inside('www/_redirects'), 'utf8');

/** The published folder as a host gives it. @returns the site's address there */
async function served(): Promise<string> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = join(inside('www'), decodeURIComponent(new URL(url, 'http://a').pathname));
    const bytes = await readFile(path).catch(() => undefined);
    response.writeHead(bytes ? 200 : 404).end(bytes);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

test('an article that moves by hand leads on, now and after later publications', async () => {
  expect(await publish()).toMatchObject({ code: 0 });
  await edit(`content/articles/2026/${MOVED}.md`, (text) =>
    text.replace('category: 汛情通报', 'category: 防汛抗旱'),
  );
  expect(await publish()).toMatchObject({ code: 0 });
  const line = `/shuili/slyw/fxkh/xqtb/202605/${MOVED}/ /shuili/slyw/fxkh/202605/${MOVED}/ 301`;
  expect(await redirects()).toContain(line);
  await edit('content/articles/2025/20250617-first-rain.md', (text) => `${text}\n补记。\n`);
  expect(await publish()).toMatchObject({ code: 0 });
  expect(await redirects()).toContain(line);
});

test('one that was deleted stops the publication, and the remedy brings back what is needed', async () => {
  const file = `content/articles/2025/${DELETED}.md`;
  const text = await readFile(inside(file), 'utf8');
  await rm(inside(file));
  const before = await readFile(inside('www/_release/root.json'), 'utf8');

  const look = await publish('--dry-run');
  expect(look.text).toMatch(/少 \d+ 个网站上发布过的地址，这次没有检查/);
  expect(existsSync(ledger())).toBe(false);

  const stopped = await publish();
  expect(stopped.code).toBe(1);
  expect(stopped.text).toContain(`找不到稿件「${DELETED}」`);
  expect(stopped.text).toContain('npm run addresses -- --live');
  expect(await readFile(inside('www/_release/root.json'), 'utf8')).toBe(before);

  // On the computer of somebody who mends it.
  await rm(ledger());
  const restored = await command('addresses', ['--live'], { LIVE_URL: await served() });
  expect(restored.text).toMatch(/补上 \d+ 个发布过的地址/);
  expect(restored.text).toContain(`npm run withdraw -- ${DELETED}`);
  expect(restored.code).toBe(1);
  expect(await readFile(ledger(), 'utf8')).toContain(`/${DELETED}/\t${DELETED}`);
  const withdrawn = await command('withdraw', [DELETED, '--reason', '内容有误']);
  expect(withdrawn).toMatchObject({ code: 0 });
  expect(await publish()).toMatchObject({ code: 0 });
  expect(await readFile(inside('www/_gone'), 'utf8')).toContain(DELETED);
  await writeFile(inside(file), text);
});

test('what cannot be asked is said', async () => {
  const nobody = await command('addresses', ['--live'], { LIVE_URL: 'http://127.0.0.1:9/' });
  expect(nobody.code).toBe(3);
  expect(nobody.text).toContain('读不到 http://127.0.0.1:9/_release/root.json');
  const wrong = await command('addresses', ['--live'], { LIVE_URL: 'nonsense' });
  expect(wrong.code).toBe(2);
  const site = await served();
  const other = await command('addresses', ['--live'], { LIVE_URL: `${site}elsewhere/` });
  expect(other.code).toBe(3);
  expect(other.text).toContain('没有地址清单可取');
  for (const { text } of [nobody, wrong, other]) expect(text).not.toMatch(/\n\s+at /);
});
