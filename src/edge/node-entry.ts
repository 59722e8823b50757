/** The site on Node, set up by environment variables: `node src/edge/node-entry.ts`. Prints its address. */
import { startServer } from './node-server.ts';
import { serverSettingsFrom } from './server-settings.ts';

const { setUp, ...settings } = serverSettingsFrom(process.env);
const server = await startServer({ ...settings, ...setUp });
console.log(server.url);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
