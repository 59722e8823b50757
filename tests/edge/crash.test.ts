/** A server that is killed in the middle of its work loses no view that it has answered. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/edge/stores/sqlite.ts';
import { ARTICLE, agentOf, aSite, send } from './a-server.ts';

const READERS_AT_ONCE = 32;
const ANSWERS_BEFORE_KILL = 300;

test('kill -9 under load: every answered count is in the store, none was given twice', async () => {
  const folder = await aSite();
  const database = join(folder, 'views.db');
  const program = join(import.meta.dirname, 'serve.ts');
  const server = spawn(process.execPath, [program, join(folder, 'dist'), database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const [line] = await once(server.stdout, 'data');
  const url = String(line).trim();

  const answered: number[] = [];
  let sent = 0;
  async function readAgainAndAgain(): Promise<void> {
    for (;;) {
      const headers = { Origin: new URL(url).origin, 'User-Agent': agentOf(sent++) };
      const reply = await send(url, `/api/views/${ARTICLE}`, { method: 'POST', headers });
      answered.push(JSON.parse(reply.body.toString()).counts[ARTICLE]);
      if (answered.length === ANSWERS_BEFORE_KILL) server.kill('SIGKILL');
    }
  }
  const readers = Array.from({ length: READERS_AT_ONCE }, readAgainAndAgain);
  await Promise.allSettled(readers);
  expect(await ended).toEqual([null, 'SIGKILL']);

  const store = openSqliteStore(database);
  const kept = (await store.counts([ARTICLE])).get(ARTICLE) ?? 0;
  await store.close();
  expect(answered.length).toBeGreaterThanOrEqual(ANSWERS_BEFORE_KILL);
  expect(new Set(answered).size).toBe(answered.length);
  expect(kept).toBeGreaterThanOrEqual(Math.max(...answered));
  expect(kept).toBeLessThanOrEqual(sent);
  await rm(folder, { recursive: true });
});
