/** Astro's dev server over the content: it is read again when a file of it changes, and open pages reload. */
import { dev } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import type { Issue } from '../model/issue.ts';
import { withSite } from '../site/current-site.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { astroConfig } from '../renderer/astro-config.ts';
import { badAddress } from './bad-address.ts';
import type { SiteOptions } from '../output/options.ts';
import { devFiles } from './dev-files.ts';
import { settingsSoFar, problemPage } from './problem-page.ts';
import { siteReader } from './read-site.ts';
import type { SiteReading } from './read-site.ts';
import { watchFolder } from './watch-folder.ts';

export interface DevServerOptions {
  port: number;
  hostname: string;
  /** What answers beside the pages. */
  plugins?: readonly Plugin[];
  /** Hears the problems at the start and of a change; an empty list when they are mended. Pages show them, too. */
  onIssues(issues: readonly Issue[]): void;
  /** Hears why a change cannot be read or seen. */
  onFailure(error: unknown): void;
}

export interface DevServer {
  url: string;
  close(): Promise<void>;
}

/** Editors save in several steps; their events within this time are one change. */
const SETTLE_MS = 40;

export async function startDevServer(
  options: SiteOptions,
  { port, hostname, plugins = [], onIssues, onFailure }: DevServerOptions,
): Promise<DevServer> {
  const read = siteReader(options, 'preview');
  let { current, issues: problems }: SiteReading = await read();
  let hadIssues = problems.length > 0;
  if (hadIssues) onIssues(problems);
  const { base, language } = current
    ? { base: current.site.base, language: current.site.config.language }
    : await settingsSoFar(options);

  const reread = async (server: ViteDevServer): Promise<void> => {
    const { current: changed, issues } = await read();
    problems = issues;
    if (issues.length > 0 || hadIssues) onIssues(issues);
    hadIssues = issues.length > 0;
    current = changed;
    showChange(server);
  };
  /** One reading at a time: of two, the older might end last. */
  let reading = Promise.resolve();
  const readAgain = (vite: ViteDevServer): Promise<void> => {
    reading = reading.then(() => reread(vite)).catch(onFailure);
    return reading;
  };
  const server = await dev({
    ...astroConfig({
      base,
      language,
      outDir: options.out,
      publicDir: options.roots.public,
      integrations: [],
      plugins: [
        siteOfRequests(() => current),
        badAddress(),
        problemPage(() => (current ? undefined : problems)),
        ...plugins,
        devFiles(() => current),
        contentWatch([options.roots.content, options.roots.public], readAgain, onFailure),
      ],
    }),
    configFile: false,
    logLevel: 'error',
    server: { port, host: hostname },
  });
  const address = `http://localhost:${server.address.port}${base}`;
  return { url: address, close: () => server.stop() };
}

/** All that a request leads to shows the site as it is when the request comes. */
function siteOfRequests(site: () => CurrentSite | undefined): Plugin {
  return {
    name: 'bureau-press:site',
    configureServer(server) {
      server.middlewares.use((_request, _response, next) => {
        const current = site();
        if (current) withSite(current, next);
        else next();
      });
    },
  };
}

function contentWatch(
  folders: readonly string[],
  read: (server: ViteDevServer) => Promise<void>,
  onFailure: (error: unknown) => void,
): Plugin {
  return {
    name: 'bureau-press:content-watch',
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined;
      const onChange = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => void read(server), SETTLE_MS);
      };
      const ends = folders.map((folder) => watchFolder(folder, onChange, onFailure));
      server.httpServer?.once('close', () => {
        clearTimeout(timer);
        for (const end of ends) end();
      });
    },
  };
}

/** New paths, then the pages that are open. */
function showChange(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    if (environment.name !== 'client') environment.hot.send('astro:content-changed', {});
  }
  server.environments.client.hot.send({ type: 'full-reload' });
}
