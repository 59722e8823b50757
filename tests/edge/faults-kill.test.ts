/** A server or a store that is killed in the middle of its work loses no view that was answered. */
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/views/open-store.ts';
import { ARTICLE, aSite } from './a-server.ts';
import { aRedis, freePort } from './a-redis.ts';
import { faultsOf, load, newLedger, TRUSTING, view, type Ledger } from './readers.ts';
import { startNode } from './runtimes.ts';

/** `npm run test:faults` takes more. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5);
const IDS = [ARTICLE, '20260306-a', '20260306-b'];

let folder: string;
beforeEach(async () => {
  folder = await aSite();
  await appendFile(join(folder, 'dist/views/2026.txt'), IDS.join('\n'));
});
afterEach(() => rm(folder, { recursive: true }));

test(
  `kill -9 under load, ${ROUNDS} times: every answered view is kept, none twice`,
  { timeout: ROUNDS * 10_000 },
  async () => {
    const ledger = newLedger();
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startNode(folder, TRUSTING);
      const goal = answersIn(ledger) + 100 + Math.floor(400 * Math.random());
      await load(server.url, IDS, ledger, () => {
        if (answersIn(ledger) >= goal) void server.stop();
        return false;
      });
      expect(answersIn(ledger)).toBeGreaterThanOrEqual(goal);

      const store = await openStore(join(folder, 'views.db'));
      expect(faultsOf(ledger, await store.counts(IDS))).toEqual([]);
      await store.close();
    }
    expect(ledger.refused).toEqual([]);
  },
);

function answersIn({ answered }: Ledger): number {
  return [...answered.values()].reduce((sum, counts) => sum + counts.length, 0);
}

test('Redis killed under load: readers are told so, nothing is lost, and it goes on by itself', async () => {
  const data = join(folder, 'redis');
  await mkdir(data);
  const port = await freePort();
  let redis = await aRedis(data, port);
  const server = await startNode(folder, { ...TRUSTING, VIEWS_STORE: redis.url });
  const ledger = newLedger();
  let isOver = false;
  const reading = load(server.url, IDS, ledger, () => isOver);
  const rounds = Math.ceil(ROUNDS / 2);
  for (let round = 0; round < rounds; round++) {
    await setTimeout(300);
    await redis.kill();
    await setTimeout(200);
    const refused = ledger.refused.length;
    await view(server.url, ARTICLE, ledger);
    expect(ledger.refused.length).toBeGreaterThan(refused);
    redis = await aRedis(data, port);
    const answered = ledger.answered.get(ARTICLE)?.length ?? 0;
    await expect
      .poll(() => ledger.answered.get(ARTICLE)?.length, { timeout: 5_000 })
      .toBeGreaterThan(answered);
  }
  isOver = true;
  await reading;
  const store = await openStore(redis.url);
  expect(faultsOf(ledger, await store.counts(IDS))).toEqual([]);
  await store.close();
  expect(new Set(ledger.refused)).toEqual(new Set([503]));
  await server.stop();
  await redis.kill();
}, 120_000);
