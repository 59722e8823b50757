/** The built site and the view counter on this machine, until Ctrl+C. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../src/build/options.ts';
import type { SiteOptions } from '../src/build/options.ts';
import { siteSchema } from '../src/model/site-config.ts';
import { readYamlFile } from '../src/model/read-yaml-file.ts';
import { formatIssues } from '../src/model/issue.ts';
import { startServer } from '../src/edge/node-server.ts';
import { EXIT, wrongUse } from './arguments.ts';

export const DEFAULT_PORT = 4321;

export interface ServeOptions {
  port: number;
  /** `127.0.0.1`, or `0.0.0.0` to be seen from the network. */
  hostname: string;
  /** Absolute path of the view counts. */
  database: string;
}

/** Where the counts are kept unless the command says otherwise. */
export const DATABASE = join(PROJECT, '.data', 'views.db');

/** Serves `site.out`; prints the address when it answers. */
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
    dist: site.out,
    database: options.database,
    basePath: url.pathname,
    port: options.port,
    hostname: options.hostname,
    origins: [url.origin],
  });
  const port = Number(new URL(server.url).port);
  if (options.port !== 0 && port !== options.port) {
    console.log(`端口 ${options.port} 已被占用，改用 ${port}。`);
  }
  console.log(`网站已打开：${server.url}\n按 Ctrl+C 停止。`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(EXIT.good)));
  }
}

/** The `--port`, `--host` and `--views` options as they were written. */
export function serveOptions(values: {
  port?: string | undefined;
  host?: string | undefined;
  views?: string | undefined;
}): ServeOptions {
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    wrongUse(`端口「${values.port ?? ''}」不对，请写 1 到 65535 之间的数。`);
  }
  return { port, hostname: values.host ?? '127.0.0.1', database: values.views ?? DATABASE };
}
