/** The site on Bun, set up by environment variables: `bun src/edge/bun-entry.ts`. Prints its address. */
import { serve } from 'srvx/bun';
import { openStore } from './open-store.ts';
import { reportErrors } from './report-errors.ts';
import { serverSettingsFrom } from './server-settings.ts';
import { createSiteHandler } from './site-handler.ts';

const { dist, database, port, hostname, trustProxy, setUp } = serverSettingsFrom(process.env);
const store = await openStore(database);
const server = serve({
  fetch: createSiteHandler({
    dist,
    store,
    setUp,
    clientAddress: ({ ip }: { ip?: string | undefined } & Request) => ip ?? '',
    onError: reportErrors(),
  }),
  port,
  hostname,
  trustProxy: trustProxy === 'loopback' ? trustProxy : [...trustProxy],
  silent: true,
  gracefulShutdown: false,
});
await server.ready();
console.log(new URL(setUp.basePath, server.url).href);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().then(() => process.exit(0)));
}

async function close(): Promise<void> {
  await server.close();
  await store.close();
}
