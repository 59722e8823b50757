import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aFolder, writeFiles } from '../../support/a-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const PROGRAM = 'scripts/ci/must-publish.mjs';
const NEEDED = [PROGRAM, 'src/publish/release/reason-to-publish.mjs'];

/** A clone of which no more is there than what the program needs, with one commit. */
async function aClone(): Promise<{ folder: string; commit: string }> {
  const folder = await aFolder();
  for (const file of NEEDED) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await cp(join(PROJECT, file), join(folder, file));
  }
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' }).trim();
  git('init', '--quiet');
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  git(...author, 'commit', '--quiet', '--allow-empty', '--message', 'one');
  return { folder, commit: git('rev-parse', 'HEAD') };
}

/** A live site that answers so. */
async function aSite(status: number, text: string): Promise<string> {
  const server = createServer((request, response) => {
    const isAsked = request.url === '/jgsw/_release/seen.json';
    response.writeHead(isAsked ? status : 500).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jgsw`;
}

function ask(folder: string, LIVE_URL?: string) {
  const env = { ...process.env, ...(LIVE_URL === undefined ? {} : { LIVE_URL }) };
  return new Promise<{ code: number; out: string; said: string }>((done) => {
    execFile(process.execPath, [PROGRAM], { cwd: folder, env }, (error, out, said) => {
      done({ code: error ? Number(error.code) : 0, out, said });
    });
  });
}

const YESTERDAY = '2026-01-01T00:00:00.000Z';
const NEVER = '9999-01-01T00:00:00.000Z';

it.each([
  [
    'nothing was pushed, nothing is due',
    200,
    { next: NEVER },
    false,
    '没有新的提交，也没有到时间的稿件。',
  ],
  ['nothing is ever due', 200, { next: '' }, false, '没有新的提交，也没有到时间的稿件。'],
  ['something is due', 200, { next: YESTERDAY }, true, '有稿件到了时间，要发布。'],
  ['another commit is live', 200, { commit: 'other', next: '' }, true, '有新的提交，要发布。'],
  ['nothing is noted', 404, {}, true, '网站上没有写发布到了哪个提交，照常发布。'],
  [
    'another page answers',
    200,
    '<!doctype html>',
    true,
    '网站上没有写发布到了哪个提交，照常发布。',
  ],
])('%s', async (_, status, seen, isToPublish, why) => {
  const { folder, commit } = await aClone();
  const text = typeof seen === 'string' ? seen : JSON.stringify({ commit, ...seen });
  const site = await aSite(status, text);
  expect(await ask(folder, site)).toEqual({
    code: 0,
    out: `publish=${isToPublish}\n`,
    said: `${why}\n`,
  });
  // The address in site.yaml is as good.
  await writeFiles(folder, { 'content/site.yaml': `name: 示例局\nurl: "${site}/" # 网址\n` });
  expect((await ask(folder)).out).toBe(`publish=${isToPublish}\n`);
});

it('publishes where the site cannot be read', async () => {
  const { folder } = await aClone();
  const { out, said } = await ask(folder, 'http://127.0.0.1:1/');
  expect(out).toBe('publish=true\n');
  expect(said).toBe(
    '读不到 http://127.0.0.1:1/_release/seen.json，照常发布。从这里打不开网站的，把打得开的地址写在环境变量 LIVE_URL 里。\n',
  );
  expect((await ask(folder)).out).toBe('publish=true\n');
});

it('refuses an address that is none', async () => {
  const { folder } = await aClone();
  const { code, said } = await ask(folder, 'www.example.gov.cn');
  expect([code, said]).toEqual([
    2,
    '环境变量 LIVE_URL 不是网址，请写读者看到的首页地址，或者不写。\n',
  ]);
});
