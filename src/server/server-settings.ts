/** The environment variables of the server's entry, read and checked in one place. */
import { parseTrustProxy } from '../views/proxies.ts';
import { setUpFrom, WrongSetting, type ViewSetUp } from '../views/set-up.ts';

export interface ServerSettings {
  /** VIEWS_DIST: the folder that the build wrote. `dist` by default. */
  dist: string;
  /** VIEWS_STORE: a SQLite file or `redis://…`. `.data/views.db` by default. */
  database: string;
  /** PORT: 4321 by default, 0 for any that is free. */
  port: number;
  /** HOST: the address to listen on. Only this machine by default. */
  hostname: string;
  /** VIEWS_TRUST_PROXY: `loopback`, addresses and networks of proxies, by commas. None by default. */
  trustProxy: readonly string[];
  /** VIEWS_BASE_PATH, VIEWS_ORIGINS, VIEWS_REQUESTS_A_MINUTE. */
  setUp: ViewSetUp;
}

/** Throws a `WrongSetting` with the name of the variable that cannot be right. */
export function serverSettingsFrom(
  variables: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const port = portOf(variables['PORT'] || '4321');
  if (port === undefined) {
    throw new WrongSetting(`PORT 要写 0 到 65535 之间的数，现在写的是「${variables['PORT']}」。`);
  }
  return {
    dist: variables['VIEWS_DIST'] || 'dist',
    database: variables['VIEWS_STORE'] ?? '.data/views.db',
    port,
    // An empty one would listen to the whole network.
    hostname: variables['HOST']?.trim() || '127.0.0.1',
    trustProxy: parseTrustProxy(variables['VIEWS_TRUST_PROXY'] ?? ''),
    setUp: setUpFrom(variables),
  };
}

/** A port as it is written, in digits only: `''` would be any that is free, `0x50` the one of the web. */
export function portOf(written: string): number | undefined {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Infinity;
  return port <= 65_535 ? port : undefined;
}
