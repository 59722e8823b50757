/** A published folder as readers have it, for pipelines that are run here. */
import { mkdir } from 'node:fs/promises';
import { serve } from 'srvx';
import { createStaticSite } from '../../src/server/static/static-site.ts';

export interface LiveFolder {
  url: string;
  close(): Promise<void>;
}

/** @param folder is made where it is missing */
export async function liveFolder(folder: string): Promise<LiveFolder> {
  await mkdir(folder, { recursive: true });
  const fetch = createStaticSite({ dist: folder, basePath: '/' });
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1', manual: true, silent: true });
  await server.serve();
  return { url: server.url ?? '', close: () => server.close(true) };
}
