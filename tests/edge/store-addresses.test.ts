/** Where counts cannot be kept, the start says so in one line: never a hang, a trace, or counting into nowhere. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/views/open-store.ts';
import { storeMessage } from '../../src/views/store-messages.ts';
import { StoreUnusable } from '../../src/views/store.ts';
import { aFolder, writeFiles } from '../support/a-folder.ts';
import { aRedis, freePort, type RunningRedis } from './a-redis.ts';

/** What an operator is told; a store that opens is a failure of the test. */
async function told(address: string): Promise<{ line: string; isWrongSetting: boolean }> {
  const failure = await openStore(address).then(
    async (store) => {
      await store.close();
      return undefined;
    },
    (cause: unknown) => cause,
  );
  expect(failure).toBeInstanceOf(StoreUnusable);
  return storeMessage(failure as StoreUnusable, 'VIEWS_STORE');
}

const wrong = (line: string) => ({ line: `VIEWS_STORE 写的${line}`, isWrongSetting: true });
const broken = (line: string) => ({ line: `VIEWS_STORE 写的${line}`, isWrongSetting: false });

const EMPTY = '是空的。请写一个数据库文件，例如 .data/views.db，或者 redis://主机:6379/0。';
const NO_FILE = '用不了。只能写这台机器上的文件名，例如 .data/views.db，或者 redis://主机:6379/0。';
const ELSEWHERE =
  '是别的机器上的文件，数据库放在那里会损坏。请写这台机器上的文件；几台机器共用请写 redis://主机:6379/0。';
const NO_PATH = '建不了：所在的路径不存在，或者不是文件夹。请换一个路径。';
const FORM =
  '请写成 redis://主机:6379/0；有密码的写 redis://:密码@主机:6379/0，密码里的 @、:、/、% 等写成 %40、%3A、%2F、%25。';
const NO_DATABASE =
  '里的数据库编号不对，那个 Redis 里没有。地址最后写数字，例如 redis://主机:6379/0；一般只有 0 到 15。';

test.each<[string, string]>([
  ['', EMPTY],
  [' \r', EMPTY],
  [':memory:', ` :memory: ${NO_FILE}`],
  ['memory:', ` memory: ${NO_FILE}`],
  ['file:x?mode=memory', ` file:x?mode=memory ${NO_FILE}`],
  ['smb://server/views.db', ` smb://server/views.db ${NO_FILE}`],
  ['mysql://root@db/views', ` mysql://root@db/views ${NO_FILE}`],
  ['redis:6379', ` redis:6379 ${NO_FILE}`],
  ['\\\\server\\share\\views.db', ` \\\\server\\share\\views.db ${ELSEWHERE}`],
  ['//server/share/views.db', ` //server/share/views.db ${ELSEWHERE}`],
  ['redis://', ` redis:// 不是正确的 Redis 地址。${FORM}`],
  ['redis://host:99999', ` redis://host:99999 不是正确的 Redis 地址。${FORM}`],
  ['redis://a b', ` redis://a b 不是正确的 Redis 地址。${FORM}`],
  ['redis://u:pa%ZZ@host', ` redis://host 不是正确的 Redis 地址。${FORM}`],
  ['redis://:pa/ss@wd@host', ` redis://host 不是正确的 Redis 地址。${FORM}`],
  ['redis://:secret@host/abc', ` redis://host/abc ${NO_DATABASE}`],
])('%j is a wrong setting', async (address, line) => {
  expect(await told(address)).toEqual(wrong(line));
});

describe('a file', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bureau-press-'));
    await writeFiles(folder, { 'text.db': '浏览次数'.repeat(2_000), 'folder/x': '' });
    await symlink('/dev/full', at('link'));
    await symlink(at('circle'), at('circle'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [at('pipe')]);
    for (const [name, sql] of [
      ['foreign.db', 'CREATE TABLE users (name TEXT)'],
      ['other-views.db', 'CREATE TABLE views (page TEXT, hits INTEGER)'],
    ] as const) {
      const database = new DatabaseSync(at(name));
      database.exec(sql);
      database.close();
    }
  });

  afterAll(() => rm(folder, { recursive: true }));

  test.each<[string, (file: string) => ReturnType<typeof wrong>]>([
    ['folder', (file) => wrong(` ${file} 是一个文件夹。请写一个文件，例如 ${file}/views.db。`)],
    ['new/', (file) => wrong(` ${file} 是一个文件夹。请写一个文件，例如 ${file}views.db。`)],
    ['text.db/views.db', (file) => wrong(` ${file} ${NO_PATH}`)],
    ['circle/views.db', (file) => wrong(` ${file} ${NO_PATH}`)],
    [`${'x'.repeat(300)}/views.db`, (file) => wrong(` ${file} ${NO_PATH}`)],
    [
      'foreign.db',
      (file) =>
        wrong(` ${file} 是别的程序的数据库，里面没有浏览次数，文件没有改动。请换一个新的文件名。`),
    ],
    [
      'other-views.db',
      (file) =>
        wrong(` ${file} 是别的程序的数据库，里面没有浏览次数，文件没有改动。请换一个新的文件名。`),
    ],
    [
      'text.db',
      (file) =>
        broken(
          ` ${file} 不是完好的浏览次数数据库（file is not a database），文件没有改动。请换上备份，或者换一个新的文件名。`,
        ),
    ],
  ])('%s', async (name, expected) => {
    const before = await readFile(at(name)).catch(() => undefined);
    expect(await told(at(name))).toEqual(expected(at(name)));
    expect(await readFile(at(name)).catch(() => undefined)).toEqual(before);
  });

  const SPECIAL = '不是普通文件，存不了浏览次数。请换一个文件名。';
  test.runIf(process.platform === 'linux').each([
    ['/proc/x/y', NO_PATH],
    ['/dev/null/views.db', NO_PATH],
    ['/dev/full', SPECIAL],
    ['/dev/zero', SPECIAL],
  ])('%s', async (address, line) => {
    expect(await told(address)).toEqual(wrong(` ${address} ${line}`));
  });

  test.runIf(process.platform !== 'win32')('a pipe, and a link to a device', async () => {
    for (const name of ['pipe', 'link']) {
      expect(await told(at(name))).toEqual(wrong(` ${at(name)} ${SPECIAL}`));
    }
  });

  test.runIf(process.platform === 'linux')('where nothing can be made', async () => {
    expect(await told('/proc/views.db')).toEqual(
      broken(
        ' /proc/views.db 打不开（unable to open database file）。请检查文件和所在文件夹的权限。',
      ),
    );
  });

  test('that another program holds', async () => {
    const file = at('held.db');
    await (await openStore(file)).close();
    const other = new DatabaseSync(file);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const line = ` ${file} 正被别的程序占用。请停止那个程序再启动。`;
    expect(await told(file)).toEqual(broken(line));
    other.close();
  });

  test('of a relative name lies in the current folder', async () => {
    const name = `views-${process.pid}.db`;
    await (await openStore(name)).close();
    expect((await readFile(name)).subarray(0, 13).toString()).toBe('SQLite format');
    for (const end of ['', '-wal', '-shm']) await rm(name + end, { force: true });
  });
});

describe('a Redis', () => {
  let folder: string;
  let redis: RunningRedis;
  let nothing: number;
  const listeners: Server[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bureau-press-'));
    redis = await aRedis(folder, await freePort(), ['--requirepass', 'secret']);
    nothing = await freePort();
  });
  afterAll(async () => {
    for (const listener of listeners) listener.close();
    await redis.kill();
    await rm(folder, { recursive: true });
  });

  async function listening(answer: string | undefined): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', () => answer !== undefined && socket.end(answer));
    }).listen(0, '127.0.0.1');
    listeners.push(server);
    await once(server, 'listening');
    const address = server.address();
    return `redis://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  test('that is not there', async () => {
    const line = ` redis://127.0.0.1:${nothing} 连不上：那里没有 Redis。请启动 Redis，并检查主机和端口。`;
    expect(await told(`redis://:secret@127.0.0.1:${nothing}`)).toEqual(broken(line));
    expect(await told('redis://views.invalid')).toEqual(
      broken(' redis://views.invalid 连不上：找不到这个主机名。请检查主机名，或者写 IP 地址。'),
    );
  });

  test('that wants another password, or has no such database, or keeps nothing', async () => {
    const host = redis.url.replace('redis://', '');
    const password = wrong(` ${redis.url} 的密码（或用户名）没有写，或者不对。${FORM}`);
    expect(await told(redis.url)).toEqual(password);
    expect(await told(`redis://:wrong@${host}`)).toEqual(password);
    expect(await told(`redis://:secret@${host}/99`)).toEqual(
      wrong(` ${redis.url}/99 ${NO_DATABASE}`),
    );
    expect(await told(`redis://:secret@${host}/15`)).toEqual(
      broken(
        ` ${redis.url}/15 没有打开 appendonly，重新启动会丢掉浏览次数。请给 Redis 设置 appendonly yes。`,
      ),
    );
  });

  test('that takes the connection and never answers, or is none', async () => {
    const silent = await listening(undefined);
    const web = await listening('HTTP/1.1 400 Bad Request\r\n\r\n');
    const [first, second] = await Promise.all([told(silent), told(web)]);
    expect(first).toEqual(
      broken(` ${silent} 没有回答。请检查那里是不是 Redis，它是否还在工作，防火墙是否放行。`),
    );
    expect(second).toEqual(
      broken(
        ` ${web} 用不了（Socket closed unexpectedly）。请检查那里是不是 Redis，主机、端口和密码是否正确。`,
      ),
    );
  });

  test('that is a copy which cannot be written', async () => {
    const data = await aFolder({});
    const copy = await aRedis(data, await freePort(), [
      '--appendonly',
      'yes',
      '--replicaof',
      `127.0.0.1 ${nothing}`,
    ]);
    try {
      expect(await told(copy.url)).toEqual(
        broken(` ${copy.url} 是只读的副本，写不进去。请写主 Redis 的地址。`),
      );
    } finally {
      await copy.kill();
    }
  });
});

test('a file may be written below folders that are yet to be made', async () => {
  const folder = await aFolder({});
  const file = join(folder, 'a/b/views.db');
  const store = await openStore(` ${file}\r`);
  expect(await store.add('20260305-a')).toBe(1);
  await store.close();
  expect((await readFile(file)).length).toBeGreaterThan(0);
});
