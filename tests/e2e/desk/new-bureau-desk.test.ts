/** The desk of a bureau whose program lies elsewhere: from its first text to the site, and what comes due while it is closed. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { admitted, asker } from '../../support/a-desk.ts';
import type { Desk } from '../../support/a-desk.ts';
import { writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const NEW = '20261126-new';
const LATER = '20261126-later';

let folder = '';
const site = (): string => join(folder, 'our-site');
const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  SITE_CACHE: '',
  SITE_ENGINE: PROJECT,
  NODE_COMPILE_CACHE: join(PROJECT, 'node_modules', '.compiled'),
  // As it is written in a terminal, in the bureau's folder.
  PUBLISH_TO: '../web',
});
const git = (...words: string[]): string =>
  execFileSync('git', ['-C', site(), ...words], { encoding: 'utf8' }).trim();
const page = (id: string): string => join(folder, 'web', `tzgg/202611/${id}/index.html`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-desk-'));
  const script = join(PROJECT, 'scripts/new-bureau.ts');
  const made = { env: { ...env(), SITE_NOW: '2026-11-25 09:00' } };
  await promisify(execFile)(process.execPath, [script, site()], made);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', '李若谷');
  git('config', 'user.email', 'li@example.gov.cn');
  git('add', '--all');
  git('commit', '--quiet', '--message', '开始');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Opened {
  ask: Desk['ask'];
  state(id: string): Promise<string>;
  publish(id: string): ReturnType<Desk['ask']>;
  /** What it printed. */
  said(): string;
  close(): Promise<void>;
}

async function openAt(now: string): Promise<Opened> {
  const words = ['scripts/setup.mjs', 'scripts/desk.ts', '--port', '0', '--now', now];
  const child = spawn(process.execPath, words, { cwd: site(), env: env() });
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (text) => (said += String(text)));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  await expect.poll(() => said, { timeout: 120_000 }).toContain('ticket=');
  const [address = ''] = /http:\/\/\S+/.exec(said) ?? [];
  const ask = asker(new URL('/', address).href, await admitted(address));
  return {
    ask,
    state: async (id) => String((await ask('GET', `articles/${id}`)).json.state),
    async publish(id) {
      const { etag } = (await ask('GET', `articles/${id}`)).json;
      return ask('POST', `articles/${id}/publish`, {}, { 'if-match': etag });
    },
    said: () => said,
    async close() {
      child.kill();
      await ended;
    },
  };
}

it('publishes a text, and says of none that readers have it before they do', async () => {
  const desk = await openAt('2026-11-26 09:00');
  expect(await desk.state('20261125-opening')).toBe('unsent');
  await writeFiles(site(), {
    [`content/articles/2026/${NEW}/index.md`]: aText('2026-11-26 08:00', ['draft: true']),
    [`content/articles/2026/${LATER}/index.md`]: aText('2026-11-26 10:00', ['draft: true']),
  });
  const { json, status } = await desk.publish(NEW);
  expect([status, json.message, json.done]).toEqual([
    200,
    undefined,
    ['已记入本机的版本记录。', '网站已经更新。'],
  ]);
  expect(await readFile(page(NEW), 'utf8')).toContain('正文。');
  expect([await desk.state(NEW), await desk.state('20261125-opening')]).toEqual([
    'published',
    'published',
  ]);
  // With the addresses that the publication has recorded.
  expect(git('status', '--porcelain', 'content/addresses.tsv')).toBe('');
  expect(git('show', 'HEAD:content/addresses.tsv')).toContain(NEW);
  expect((await desk.publish(LATER)).status).toBe(200);
  expect([await desk.state(LATER), existsSync(page(LATER))]).toEqual(['scheduled', false]);
  await desk.close();
});

it('publishes what came due while it was closed, as it is committed', async () => {
  const article = `content/articles/2026/${LATER}/index.md`;
  await writeFiles(site(), { [article]: aText('2026-11-26 10:00', [], '还没有写完。') });
  const desk = await openAt('2026-11-26 10:05');
  await expect.poll(() => existsSync(page(LATER)), { timeout: 60_000 }).toBe(true);
  expect(await readFile(page(LATER), 'utf8')).not.toContain('还没有写完');
  git('checkout', '--quiet', '--', article);
  await expect.poll(() => desk.state(LATER), { timeout: 30_000 }).toBe('published');
  expect(desk.said()).not.toContain('没有发布');
  await desk.close();
});
