/** The built site and the view counter on this machine, until Ctrl+C. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HOME } from '../src/system/project.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { siteSchema } from '../src/model/site-config.ts';
import { readYamlFile } from '../src/reading/read-yaml-file.ts';
import { formatIssues } from '../src/model/issue.ts';
import { endAtStart } from '../src/server/entry-messages.ts';
import { startServer } from '../src/server/node-server.ts';
import { parseTrustProxy } from '../src/views/proxies.ts';
import { portOf } from '../src/server/server-settings.ts';
import { DEFAULT_SET_UP, WrongSetting } from '../src/views/set-up.ts';
import { EXIT, wrongUse } from './arguments.ts';

export const DEFAULT_PORT = 4321;

export interface ServeOptions {
  port: number;
  /** `127.0.0.1`, or `0.0.0.0` to be seen from the network. */
  hostname: string;
  /** Where the view counts are: a file or `redis://…`. */
  database: string;
  /** The proxies whose word on a reader's address is believed. */
  trustProxy?: readonly string[];
  /** Requests for counts that one network may send in a minute. */
  requestsAMinute?: number;
}

/** Where the counts are kept unless the command says otherwise. */
export const DATABASE = join(HOME, '.data', 'views.db');

/**
 * Serves `site.out`; prints the address when it answers. A person at a terminal gets the next port when the
 * wanted one is taken; elsewhere nobody would see that it is another one, so the command fails.
 */
export async function serveSite(site: SiteOptions, options: ServeOptions): Promise<void> {
  const built = await stat(join(site.out, 'index.html')).catch(() => undefined);
  if (!built) wrongUse(`${site.out} 里没有生成好的网站，请先运行 npm run build。`);
  const file = join(site.roots.content, 'site.yaml');
  const { value: config, issues } = await readYamlFile(file, 'content/site.yaml', siteSchema);
  if (!config) {
    console.log(formatIssues(issues));
    process.exit(EXIT.problems);
  }
  const url = new URL(config.url);
  const server = await startServer({
    ...options,
    dist: site.out,
    basePath: url.pathname,
    origins: [url.origin],
    takesNextPort: process.stdout.isTTY,
  }).catch((cause: unknown) => endAtStart(cause, '--views'));
  // Before the address is told: who reads it may end the server at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(EXIT.good)));
  }
  // A URL leaves the usual port out.
  const port = Number(new URL(server.url).port || 80);
  if (options.port !== 0 && port !== options.port) {
    console.log(`端口 ${options.port} 已被占用，改用 ${port}。`);
  }
  console.log(`网站已打开：${server.url}\n按 Ctrl+C 停止。`);
}

/** The options of `serve` and `start` as they were written. */
export function serveOptions(values: {
  port?: string | undefined;
  host?: string | undefined;
  views?: string | undefined;
  'trust-proxy'?: string | undefined;
  'requests-a-minute'?: string | undefined;
}): ServeOptions {
  const port = portOf(values.port ?? `${DEFAULT_PORT}`);
  if (port === undefined) {
    wrongUse(`端口「${values.port ?? ''}」不对，请写 1 到 65535 之间的数。`);
  }
  const requestsAMinute = Number(values['requests-a-minute'] ?? DEFAULT_SET_UP.requestsAMinute);
  if (!Number.isInteger(requestsAMinute) || requestsAMinute < 1) {
    wrongUse(`--requests-a-minute 要写正整数，现在写的是「${values['requests-a-minute']}」。`);
  }
  if (values.host?.trim() === '') {
    wrongUse('--host 写的是空的。只在本机打开就不写，让别的电脑也能打开写 0.0.0.0。');
  }
  return {
    port,
    hostname: values.host ?? '127.0.0.1',
    database: values.views ?? DATABASE,
    trustProxy: trustedProxies(values['trust-proxy'] ?? ''),
    requestsAMinute,
  };
}

function trustedProxies(written: string): readonly string[] {
  try {
    return parseTrustProxy(written, '--trust-proxy');
  } catch (cause) {
    if (cause instanceof WrongSetting) return wrongUse(cause.message);
    throw cause;
  }
}
