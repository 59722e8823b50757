/** The sample site, built and served on a free port; what it is made of is gone when it is closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteOptions } from '../../../src/output/options.ts';
import { startServer } from '../../../src/server/node-server.ts';
import { buildAndReport } from '../../build-and-report.ts';

export async function serveSample(): Promise<{ url: string; close(): Promise<void> }> {
  // No site is built into the cache.
  const folder = await mkdtemp(join(tmpdir(), 'sample-site-'));
  const dist = join(folder, 'dist');
  await buildAndReport(siteOptions({ out: dist }));
  const { url, close } = await startServer({
    dist,
    database: join(folder, 'views.db'),
    basePath: '/',
    port: 0,
    origins: [],
  });
  return {
    url,
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
