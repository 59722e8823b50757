/** Two previews in one process. Usage: node two-previews.ts <folder> <folder>; prints their addresses, one a line. */
import { join } from 'node:path';
import { startDevServer } from '../../../src/build/dev-server.ts';
import { siteOptions } from '../../../src/output/options.ts';

const fail = (error: unknown): void => {
  throw error;
};
for (const folder of process.argv.slice(2)) {
  const options = siteOptions({
    content: join(folder, 'content'),
    public: join(folder, 'public'),
    out: join(folder, 'dist'),
    now: '2026-11-25 09:00',
  });
  const { url } = await startDevServer(options, {
    port: 0,
    hostname: '127.0.0.1',
    onIssues: () => {},
    onFailure: fail,
  });
  console.log(url);
}
