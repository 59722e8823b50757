/** What happens to the disk must neither lose a view that was answered nor stop the server. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, stat, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/views/open-store.ts';
import { openSqliteStore } from '../../src/views/stores/sqlite.ts';
import { ARTICLE, aSite } from './a-server.ts';
import { faultsOf, load, newLedger, TRUSTING, view } from './readers.ts';
import { startNode } from './runtimes.ts';

const ENTRY = join(import.meta.dirname, '../../src/server/node-entry.ts');
const run = promisify(execFile);

let folder: string;
beforeEach(async () => {
  folder = await aSite();
});
afterEach(() => rm(folder, { recursive: true }));

// Only root can make a small disk to fill up; the test after it needs no rights.
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(canMount)('a full disk refuses views, and counts again once there is room', async () => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  const filler = join(disk, 'filler');
  try {
    await countsAgainAfter(join(disk, 'views.db'), {
      fill: async () => {
        const { bavail, bsize } = await statfs(disk);
        await writeFile(filler, Buffer.alloc((bavail - 10) * bsize));
      },
      makeRoom: () => rm(filler),
    });
  } finally {
    await run('umount', [disk]);
  }
});

const canLimit = process.platform === 'linux';

test.runIf(canLimit)('files that may not grow refuse views, and count again later', async () => {
  // The limit that a process has for its files (RLIMIT_FSIZE): any user may set it, and take it back.
  const limit = (pid: number, bytes: string) =>
    run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`]);
  const database = join(folder, 'views.db');
  await countsAgainAfter(database, {
    fill: async (pid) => {
      const { size } = await stat(`${database}-wal`);
      await limit(pid, String(size + 40_000));
    },
    makeRoom: (pid) => limit(pid, 'unlimited'),
  });
});

/** Counts until there is no room, goes on when there is room again, and looks for lost and double views. */
async function countsAgainAfter(
  database: string,
  disk: Record<'fill' | 'makeRoom', (pid: number) => Promise<unknown>>,
): Promise<void> {
  const server = await startNode(folder, { ...TRUSTING, VIEWS_STORE: database });
  const ledger = newLedger();
  try {
    await view(server.url, ARTICLE, ledger);
    await disk.fill(server.pid ?? 0);
    await load(server.url, [ARTICLE], ledger, () => ledger.refused.length >= 50);
    expect(new Set(ledger.refused)).toEqual(new Set([503]));

    await disk.makeRoom(server.pid ?? 0);
    const answered = ledger.answered.get(ARTICLE)?.length ?? 0;
    for (let reader = 0; reader < 50; reader++) await view(server.url, ARTICLE, ledger);
    expect(ledger.answered.get(ARTICLE)?.length).toBe(answered + 50);
  } finally {
    await server.stop();
  }
  const store = await openStore(database);
  expect(faultsOf(ledger, await store.counts([ARTICLE]))).toEqual([]);
  await store.close();
}

test('a backup that copies the database while it counts neither stops nor loses a view', async () => {
  const database = join(folder, 'views.db');
  const server = await startNode(folder, TRUSTING);
  const ledger = newLedger();
  let isOver = false;
  const reading = load(server.url, [ARTICLE], ledger, () => isOver);
  for (let round = 0; round < 5; round++) {
    const before = ledger.answered.get(ARTICLE)?.length ?? 0;
    const copy = join(folder, `copy-${round}.db`);
    const reader = new DatabaseSync(database, { readOnly: true });
    reader.exec(`VACUUM INTO '${copy}'`);
    reader.close();
    const store = openSqliteStore(copy);
    expect((await store.counts([ARTICLE])).get(ARTICLE) ?? 0).toBeGreaterThanOrEqual(before);
    await store.close();
  }
  isOver = true;
  await reading;
  expect(ledger.refused).toEqual([]);
  await server.stop();
});

test('a database that another program holds for long refuses views, and counts again', async () => {
  const server = await startNode(folder, TRUSTING);
  const ledger = newLedger();
  await view(server.url, ARTICLE, ledger);
  const other = new DatabaseSync(join(folder, 'views.db'));
  other.exec('BEGIN IMMEDIATE');
  await view(server.url, ARTICLE, ledger);
  expect(ledger.refused).toEqual([503]);
  other.exec('ROLLBACK');
  other.close();
  await view(server.url, ARTICLE, ledger);
  expect(ledger.answered.get(ARTICLE)).toEqual([1, 2]);
  await server.stop();
});

test.each<[string, (file: string) => Promise<void>]>([
  ['is no database', (file) => writeFile(file, '浏览次数'.repeat(1_000))],
  ['was cut short', (file) => truncate(file, 6_000)],
  ['has a broken page', breakSecondPage],
])('a file that %s is refused at the start with its name, and is kept', async (_, damage) => {
  const file = join(folder, 'views.db');
  const store = openSqliteStore(file);
  for (let n = 0; n < 500; n++) void store.add(`20260305-${'x'.repeat(40)}${n}`);
  await store.close();
  await damage(file);
  const before = await readFile(file);

  const variables = { VIEWS_DIST: join(folder, 'dist'), VIEWS_STORE: file, PORT: '0' };
  const env = { ...process.env, ...variables };
  await expect(run(process.execPath, [ENTRY], { env })).rejects.toMatchObject({
    code: 3,
    stderr: expect.stringContaining(`VIEWS_STORE 写的 ${file} 不是完好的浏览次数数据库（`),
  });
  expect(await readFile(file)).toEqual(before);
});

async function breakSecondPage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0x5a, 4_096, 8_192);
  await writeFile(file, bytes);
}
