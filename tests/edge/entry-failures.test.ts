/** What whoever starts the server is told, by real programs on real ports. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aServer, aSite } from './a-server.ts';

const PROJECT = join(import.meta.dirname, '../..');
const ENTRY = join(PROJECT, 'src/server/node-entry.ts');
const SERVE = join(PROJECT, 'scripts/serve.ts');
const run = promisify(execFile);

let folder: string;
beforeEach(async () => {
  folder = await aSite();
});
afterEach(() => rm(folder, { recursive: true }));

/** The exit code and all that was said of a program that must end by itself. */
async function failureOf(script: string, args: string[], variables: Record<string, string> = {}) {
  const env = {
    ...process.env,
    VIEWS_DIST: join(folder, 'dist'),
    VIEWS_STORE: join(folder, 'views.db'),
    PORT: '0',
    ...variables,
  };
  const ended = await run(process.execPath, [script, ...args], { env, timeout: 60_000 }).then(
    () => ({ code: 0, stdout: '', stderr: '' }),
    (cause: { code: number; stdout: string; stderr: string }) => cause,
  );
  return { code: ended.code, said: ended.stdout + ended.stderr };
}

test.each<[Record<string, string>, number, string]>([
  [{ HOST: '192.0.2.1' }, 3, '这台机器没有 192.0.2.1 这个地址。请写本机的地址，或者 0.0.0.0。\n'],
  [{ PORT: '80a' }, 2, 'PORT 要写 0 到 65535 之间的数，现在写的是「80a」。\n'],
  [
    { VIEWS_TRUST_PROXY: '10.0.0.0/40' },
    2,
    'VIEWS_TRUST_PROXY 里的「10.0.0.0/40」不是代理的地址。请写 loopback（代理在同一台机器上）、10.0.0.1 这样的 IP 地址，或 10.0.0.0/8 这样的网段（不能比 /8 更大，IPv6 不能比 /16 更大），几个之间用逗号隔开。\n',
  ],
  [{ VIEWS_DIST: '/dev/null' }, 2, '/dev/null 不是文件夹，请写网站的文件夹。\n'],
  [{ VIEWS_DIST: '/nowhere' }, 2, '网站的文件夹 /nowhere 不存在，请先运行 npm run build。\n'],
])('the service with %j ends with %i and one line', async (variables, code, line) => {
  const { code: ended, said } = await failureOf(ENTRY, [], {
    VIEWS_ORIGINS: 'https://www.example.gov.cn',
    ...variables,
  });
  expect([ended, said]).toEqual([code, line]);
});

test('a folder as the place of the counts is a wrong setting, called by the name it was written by', async () => {
  const line = `${folder} 是一个文件夹。请写一个文件，例如 ${folder}/views.db。\n`;
  expect(await failureOf(ENTRY, [], { VIEWS_STORE: folder })).toEqual({
    code: 2,
    said: `VIEWS_STORE 写的 ${line}`,
  });
  const args = ['--out', join(folder, 'dist'), '--views', folder];
  expect(await failureOf(SERVE, args)).toEqual({ code: 2, said: `--views 写的 ${line}` });
});

test.each([
  [
    '/dev/null/views.db',
    2,
    '/dev/null/views.db 建不了：所在的路径不存在，或者不是文件夹。请换一个路径。\n',
  ],
  [
    'redis://127.0.0.1:1',
    3,
    'redis://127.0.0.1:1 连不上：那里没有 Redis。请启动 Redis，并检查主机和端口。\n',
  ],
])('counts that cannot be kept in %s end the start with one line', async (store, code, line) => {
  const said = `VIEWS_STORE 写的 ${line}`;
  expect(await failureOf(ENTRY, [], { VIEWS_STORE: store })).toEqual({ code, said });
});

test('the service fails where its port is taken: others were told that it is there', async () => {
  await using other = await aServer();
  const { port } = new URL(other.url);
  expect(await failureOf(ENTRY, [], { PORT: port })).toEqual({
    code: 3,
    said: `端口 ${port} 已被占用（可能网站已经开着）。请先停止占用它的程序，或者换一个端口。\n`,
  });
});

test('npm run serve without a terminal fails there too', async () => {
  await using other = await aServer();
  const { port } = new URL(other.url);
  const args = ['--out', join(folder, 'dist'), '--views', join(folder, 'views.db')];
  expect(await failureOf(SERVE, [...args, '--port', port])).toEqual({
    code: 3,
    said: `端口 ${port} 已被占用（可能网站已经开着）。请先停止占用它的程序，或者换一个端口。\n`,
  });
});

test.each([
  [['--port', ''], '端口「」不对，请写 1 到 65535 之间的数。\n'],
  [['--port', '0x50'], '端口「0x50」不对，请写 1 到 65535 之间的数。\n'],
  [['--host', ''], '--host 写的是空的。只在本机打开就不写，让别的电脑也能打开写 0.0.0.0。\n'],
  [['--requests-a-minute', '1.5'], '--requests-a-minute 要写正整数，现在写的是「1.5」。\n'],
])('npm run serve refuses %j', async (args, said) => {
  expect(await failureOf(SERVE, args)).toEqual({ code: 2, said });
});

// Ports below 1024 are for root.
test.runIf(process.getuid?.() === 0)('port 80 is called 80', async () => {
  const args = ['--port', '80', '--host', '127.0.0.80', '--out', join(folder, 'dist')];
  const serving = spawn(process.execPath, [SERVE, ...args, '--views', join(folder, 'views.db')]);
  const ended = once(serving, 'exit');
  const [said] = (await once(serving.stdout, 'data')) as [Buffer];
  expect(said.toString()).toMatch(/^网站已打开：http:\/\/127\.0\.0\.80(?::80)?\/\n/);
  serving.kill('SIGHUP');
  expect(await ended).toEqual([0, null]);
});

test('npm run serve refuses proxies that are none', async () => {
  const { code, said } = await failureOf(SERVE, ['--trust-proxy', '10.0.0.0/8,nginx']);
  expect(code).toBe(2);
  expect(said).toMatch(/^--trust-proxy 里的「nginx」不是代理的地址。请写 loopback/);
});

// `script` of util-linux gives a program a terminal of its own.
const canType = process.platform === 'linux';

test.runIf(canType)('npm run serve on a terminal takes the next port, and says so', async () => {
  await using other = await aServer();
  const taken = Number(new URL(other.url).port);
  const command = [process.execPath, SERVE, '--port', `${taken}`, '--out', join(folder, 'dist')];
  const typed = [...command, '--views', join(folder, 'views.db')].join(' ');
  const serving = spawn('script', ['--quiet', '--return', '--command', typed, '/dev/null'], {
    cwd: PROJECT,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(serving, 'exit');
  let said = '';
  for await (const chunk of serving.stdout) {
    said += String(chunk);
    if (said.includes('Ctrl+C')) break;
  }
  serving.kill();
  await ended;
  const [, instead] = /端口 \d+ 已被占用，改用 (\d+)。/.exec(said) ?? [];
  expect(said).toContain(`端口 ${taken} 已被占用，改用 ${instead}。`);
  expect(Number(instead)).toBeGreaterThan(taken);
  expect(said).toContain(`网站已打开：http://localhost:${instead}/`);
});

test('a service seen from outside without its address is told what will not be counted', async () => {
  const entry = spawn(process.execPath, [ENTRY], {
    env: {
      ...process.env,
      VIEWS_DIST: join(folder, 'dist'),
      VIEWS_STORE: join(folder, 'views.db'),
      VIEWS_TRUST_PROXY: 'loopback',
      PORT: '0',
    },
  });
  const ended = once(entry, 'exit');
  const [said] = (await once(entry.stderr, 'data')) as [Buffer];
  expect(said.toString()).toBe(
    '没有设置 VIEWS_ORIGINS（网站的网址，例如 https://www.example.gov.cn）：只有用 IP 地址或 localhost 打开的页面才统计浏览次数。\n',
  );
  entry.kill();
  await ended;
});
