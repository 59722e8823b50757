/** The sample site, built and served on a free port. */
import { join } from 'node:path';
import { siteOptions } from '../../../src/output/options.ts';
import { startServer } from '../../../src/server/node-server.ts';
import { buildAndReport } from '../../build-and-report.ts';

/** @param folder where the site and its counts are put */
export async function serveSample(
  folder: string,
): Promise<{ url: string; close(): Promise<void> }> {
  const dist = join(folder, 'dist');
  await buildAndReport(siteOptions({ out: dist }));
  return startServer({
    dist,
    database: join(folder, 'views.db'),
    basePath: '/',
    port: 0,
    origins: [],
  });
}
