/** `health` says 503 exactly when no view can be counted, and pages are served all the while. Real disks, locks, Redis. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from 'redis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aRedis, freePort } from './a-redis.ts';
import { ARTICLE, aSite, send } from './a-server.ts';
import { newLedger, TRUSTING, view } from './readers.ts';
import { startNode, type RunningEntry } from './runtimes.ts';

const run = promisify(execFile);

let folder: string;
let server: RunningEntry;
beforeEach(async () => {
  folder = await aSite();
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const health = async () => (await send(server.url, '/api/views/health', {})).status;
const counted = async () => {
  const ledger = newLedger();
  ledger.sent = readers++;
  await view(server.url, ARTICLE, ledger);
  return ledger.refused[0] ?? 200;
};
let readers = 0;

/** Both agree, and both are as expected. */
async function expectBoth(status: number): Promise<void> {
  expect([await health(), await counted()]).toEqual([status, status]);
}

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(isRoot)('a full disk', async () => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    server = await startNode(folder, { ...TRUSTING, VIEWS_STORE: join(disk, 'views.db') });
    await expectBoth(200);
    const { bavail, bsize } = await statfs(disk);
    const filler = join(disk, 'filler');
    await writeFile(filler, Buffer.alloc(bavail * bsize));
    await expectBoth(503);
    await expectBoth(503);
    await rm(filler);
    await expectBoth(200);
  } finally {
    await server.stop();
    await run('umount', [disk]);
  }
});

/** Whether the system lets a file be made unchangeable here, for those who have it open too. */
function canFreeze(): boolean {
  if (!isRoot) return false;
  const probe = join(tmpdir(), `freeze-${process.pid}`);
  try {
    execFileSync('touch', [probe]);
    execFileSync('chattr', ['+i', probe], { stdio: 'ignore' });
    execFileSync('chattr', ['-i', probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    execFileSync('rm', ['-f', probe]);
  }
}

test.runIf(canFreeze())('files that became read-only', async () => {
  const files = ['views.db', 'views.db-wal'].map((name) => join(folder, name));
  server = await startNode(folder, TRUSTING);
  await expectBoth(200);
  await run('chattr', ['+i', ...files]);
  try {
    await expectBoth(503);
  } finally {
    await run('chattr', ['-i', ...files]);
  }
  await expectBoth(200);
});

test.each([['views.db'], ['views.db-wal']])('%s deleted while it counts', async (name) => {
  server = await startNode(folder, TRUSTING);
  await expectBoth(200);
  const file = join(folder, name);
  await rename(file, `${file}.away`);
  await expectBoth(503);
  // Another file in its place is not the one that is open.
  await writeFile(file, '');
  await expectBoth(503);
  await rename(`${file}.away`, file);
  await expectBoth(200);
});

describe('a store that another process holds', () => {
  const holders: ChildProcess[] = [];
  // One that is left when a test fails would keep the whole run waiting for its end.
  afterEach(() => {
    for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  });

  /** A process that locks the database and says so; it lets go when it is killed. */
  async function hold(how: string) {
    const program = `
      import { DatabaseSync } from 'node:sqlite';
      const database = new DatabaseSync(process.argv[1]);
      database.exec(${JSON.stringify(how)});
      console.log('held');
      setInterval(() => {}, 1000);`;
    const holder = spawn(
      process.execPath,
      ['--input-type=module', '--eval', program, join(folder, 'views.db')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    holders.push(holder);
    const ended = once(holder, 'exit');
    await once(holder.stdout, 'data');
    return async () => {
      holder.kill('SIGKILL');
      await ended;
    };
  }

  test('stalls no page, and is waited for a second', async () => {
    server = await startNode(folder, TRUSTING);
    await expectBoth(200);
    const letGo = await hold('BEGIN IMMEDIATE');
    const begun = performance.now();
    const waiting = Promise.all(Array.from({ length: 20 }, counted));
    const health503 = health();
    let isAnswered = false;
    void waiting.then(() => (isAnswered = true));
    // The views wait for the lock, and the pages that are asked for meanwhile do not: a server that waited as a whole would
    // answer the views first.
    let pages = 0;
    for (let times = 0; times < 30; times++) {
      expect((await send(server.url, '/xwzx/', {})).status).toBe(200);
      if (isAnswered) break;
      pages += 1;
    }
    expect(pages).toBeGreaterThan(1);
    expect(new Set(await waiting)).toEqual(new Set([503]));
    expect(await health503).toBe(503);
    expect(performance.now() - begun).toBeLessThan(5_000);
    await letGo();
    await expectBoth(200);
  });

  test('for a moment loses no view', async () => {
    server = await startNode(folder, TRUSTING);
    const letGo = await hold('BEGIN EXCLUSIVE');
    const waiting = Promise.all(Array.from({ length: 20 }, counted));
    await letGo();
    expect(new Set(await waiting)).toEqual(new Set([200]));
    const { body } = await send(server.url, `/api/views?ids=${ARTICLE}`, {});
    expect(JSON.parse(body.toString())).toEqual({ counts: { [ARTICLE]: 20 } });
  });
});

test('a Redis that takes connections and answers nothing', async () => {
  const data = join(folder, 'redis');
  await mkdir(data);
  const redis = await aRedis(data, await freePort());
  try {
    server = await startNode(folder, { ...TRUSTING, VIEWS_STORE: redis.url });
    await expectBoth(200);
    redis.freeze();
    const [, , page] = await Promise.all([
      expectBoth(503),
      expectBoth(503),
      send(server.url, '/xwzx/', {}),
    ]);
    expect(page.status).toBe(200);
    redis.thaw();
    await expect.poll(health).toBe(200);
    expect(await counted()).toBe(200);
  } finally {
    await redis.kill();
  }
});

test('a Redis that takes no writes', async () => {
  const data = join(folder, 'redis');
  await mkdir(data);
  const redis = await aRedis(data, await freePort());
  const operator = createClient({ url: redis.url });
  await operator.connect();
  try {
    server = await startNode(folder, { ...TRUSTING, VIEWS_STORE: redis.url });
    await expectBoth(200);
    for (const [setting, bad, good] of [
      ['min-replicas-to-write', '1', '0'],
      ['maxmemory', '1', '0'],
    ] as const) {
      await operator.configSet(setting, bad);
      await expectBoth(503);
      await operator.configSet(setting, good);
      await expectBoth(200);
    }
  } finally {
    operator.destroy();
    await redis.kill();
  }
  await expectBoth(503);
});
