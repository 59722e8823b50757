/** The environment variables of the server entries (Node, Deno, Bun), read and checked in one place. */
import { setUpFrom, type ViewSetUp } from './set-up.ts';

export interface ServerSettings {
  /** VIEWS_DIST: the folder that the build wrote. `dist` by default. */
  dist: string;
  /** VIEWS_STORE: a SQLite file or `redis://…`. `.data/views.db` by default. */
  database: string;
  /** PORT: 4321 by default, 0 for any that is free. */
  port: number;
  /** HOST: the address to listen on. Only this machine by default. */
  hostname: string;
  /** VIEWS_TRUST_PROXY: `loopback`, or addresses of proxies separated by commas. None by default. */
  trustProxy: readonly string[] | 'loopback';
  /** VIEWS_BASE_PATH, VIEWS_ORIGINS, VIEWS_REQUESTS_A_MINUTE. */
  setUp: ViewSetUp;
}

/** Throws with the name of the variable that cannot be right. */
export function serverSettingsFrom(
  variables: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const port = Number(variables['PORT'] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535; got "${variables['PORT']}"`);
  }
  return {
    dist: variables['VIEWS_DIST'] ?? 'dist',
    database: variables['VIEWS_STORE'] ?? '.data/views.db',
    port,
    hostname: variables['HOST'] ?? '127.0.0.1',
    trustProxy: parseTrustProxy(variables['VIEWS_TRUST_PROXY'] ?? ''),
    setUp: setUpFrom(variables),
  };
}

/** `loopback`, or addresses separated by commas. Throws at what is neither. */
export function parseTrustProxy(
  text: string,
  name = 'VIEWS_TRUST_PROXY',
): readonly string[] | 'loopback' {
  if (text === 'loopback') return text;
  const addresses = text.split(',').map((address) => address.trim());
  const proxies = addresses.filter((address) => address !== '');
  const wrong = proxies.find((address) => !/^[\da-f.:]+(\/\d+)?$/i.test(address));
  if (wrong === undefined) return proxies;
  throw new Error(`${name} must be "loopback" or addresses separated by commas; got "${wrong}"`);
}
