/** `health` looks at the site's folder too: without its lists no view is counted. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_SET_UP } from '../../src/views/set-up.ts';
import { createSiteHandler } from '../../src/server/site-handler.ts';
import { openSqliteStore } from '../../src/views/stores/sqlite.ts';
import { SITE } from './a-counter.ts';

async function aSite() {
  const folder = await mkdtemp(join(tmpdir(), 'bureau-press-health-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'views'), { recursive: true });
  await writeFile(join(dist, 'views/2026.txt'), '20260305-a\n');
  const handle = createSiteHandler({
    dist,
    store: openSqliteStore(':memory:'),
    setUp: DEFAULT_SET_UP,
    peerAddress: () => '192.0.2.1',
    trustProxy: [],
    onError: () => {},
  });
  const health = async () => (await handle(new Request(`${SITE}/api/views/health`))).status;
  return { dist, health };
}

test('a folder that is gone is a fault, and one that is back is none', async () => {
  const { dist, health } = await aSite();
  expect(await health()).toBe(200);
  await rename(dist, `${dist}-away`);
  expect(await health()).toBe(503);
  await rename(`${dist}-away`, dist);
  expect(await health()).toBe(200);
});

test('so are lists that cannot be read; a site without any is in order', async () => {
  const { dist, health } = await aSite();
  await rm(join(dist, 'views'), { recursive: true });
  expect(await health()).toBe(200);
  await writeFile(join(dist, 'views'), '');
  expect(await health()).toBe(503);
});
