/** The site on Bun, set up by environment variables: `bun src/edge/bun-entry.ts`. Prints its address. */
import { serve } from 'srvx/bun';
import { endAtStart, warnWithoutOrigins } from './entry-messages.ts';
import { openStore } from './open-store.ts';
import { reportErrors } from './report-errors.ts';
import { serverSettingsFrom } from './server-settings.ts';
import { createSiteHandler } from './site-handler.ts';

const { server, store, basePath } = await start().catch(endAtStart);
console.log(new URL(basePath, server.url).href);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().then(() => process.exit(0)));
}

async function close(): Promise<void> {
  await server.close();
  await store.close();
}

async function start() {
  const settings = serverSettingsFrom(process.env);
  warnWithoutOrigins(settings);
  const { dist, database, port, hostname, trustProxy, setUp } = settings;
  const store = await openStore(database);
  const server = serve({
    fetch: createSiteHandler({
      dist,
      store,
      setUp,
      peerAddress: ({ ip }: { ip?: string | undefined } & Request) => ip ?? '',
      trustProxy,
      onError: reportErrors(),
    }),
    port,
    hostname,
    silent: true,
    gracefulShutdown: false,
  });
  await server.ready();
  return { server, store, basePath: setUp.basePath };
}
