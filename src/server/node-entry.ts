/** The site on Node, set up by environment variables: `node src/server/node-entry.ts`. Prints its address. */
import { endAtStart, warnWithoutOrigins } from './entry-messages.ts';
import { startServer, type RunningServer } from './node-server.ts';
import { serverSettingsFrom } from './server-settings.ts';

const server = await start().catch((cause: unknown) => endAtStart(cause));
// Before the address is told: who reads it may end the server at once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
console.log(server.url);

/** On the set port or not at all: who manages the service has told others where it is. */
async function start(): Promise<RunningServer> {
  const settings = serverSettingsFrom(process.env);
  warnWithoutOrigins(settings);
  return startServer({ ...settings, ...settings.setUp });
}
