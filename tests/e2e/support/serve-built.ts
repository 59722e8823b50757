/** Builds a bureau's site as `npm run build` does, in a process of its own, and serves it. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../../../src/server/node-server.ts';
import { siteSchema } from '../../../src/model/site-config.ts';
import { readYamlFile } from '../../../src/reading/read-yaml-file.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

export interface ServedSite {
  url: string;
  dist: string;
  close(): Promise<void>;
}

/**
 * @param bureau a folder with `content/` and `public/`
 * @param folder where the site and its counts are put
 */
export async function serveBuilt(bureau: string, folder: string): Promise<ServedSite> {
  const dist = join(folder, 'dist');
  await buildSite(bureau, dist);
  const file = join(bureau, 'content/site.yaml');
  const { value } = await readYamlFile(file, file, siteSchema);
  if (!value) throw new Error(`${file} cannot be read`);
  const { pathname, origin } = new URL(value.url);
  const { url, close } = await startServer({
    dist,
    database: join(folder, 'views.db'),
    basePath: pathname,
    port: 0,
    origins: [origin],
  });
  return { url, dist, close };
}

/** `npm run build` of a bureau; rejects with what it printed. */
export async function buildSite(
  bureau: string,
  dist: string,
  { env = {}, flags = [] }: { env?: Record<string, string>; flags?: readonly string[] } = {},
): Promise<string> {
  const folders = ['--content', join(bureau, 'content'), '--public', join(bureau, 'public')];
  const { stdout, stderr } = await run(
    process.execPath,
    [join(PROJECT, 'scripts/build.ts'), ...folders, '--out', dist, ...flags],
    { cwd: PROJECT, env: { ...process.env, ...env } },
  );
  return stdout + stderr;
}
