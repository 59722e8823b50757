/** A thread that renders pages: its own renderer, its own copy of the site, files written by itself. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import type { Reading } from '../images/picture-facts.ts';
import { lookupOf } from '../images/picture-lookup.ts';
import type { Content } from '../model/content.ts';
import { withSite } from '../site/current-site.ts';
import { createSite } from '../site/site.ts';
import type { Judged } from '../site/site.ts';
import { createOutput } from '../output/output.ts';
import type { MadeFiles } from '../output/output.ts';
import { renderPage } from './render-page.ts';
import { importRenderer } from './renderer-packages.ts';

export interface WorkerStart {
  content: Content;
  judged: Judged;
  /** What was read of pictures, by absolute path. */
  readings: ReadonlyMap<string, Reading>;
  /** Address of the compiled renderer's entry. */
  entry: string;
  out: string;
}

/** A page as it goes to a worker: a route cannot be sent, its component's name can. */
export interface PageRequest {
  path: string;
  pathname: string;
  component: string;
  type: RouteData['type'];
}

/** Undefined: there is no more to do. */
export type ToWorker = PageRequest[] | undefined;

/** What was written: of the first, which says that the worker is ready, nothing; of the others a batch. */
export type FromWorker = MadeFiles;

const port = parentPort;
if (!port) throw new Error('render-worker.ts runs as a worker thread');
const { content, judged, readings, entry, out } = workerData as WorkerStart;

const site = createSite(content, judged);
const current = { site, pictures: lookupOf(readings, site.base) };
const renderer = await importRenderer(entry);
const routes = new Map(renderer.routes().map((route) => [route.component, route]));

port.on('message', (pages: ToWorker) => {
  if (!pages) return port.close();
  void withSite(current, () => renderBatch(pages)).then(answer, (error: unknown) => {
    throw error;
  });
});
answer({ made: new Map(), changed: 0 });

async function renderBatch(pages: readonly PageRequest[]): Promise<FromWorker> {
  // What was told of earlier batches is not told again.
  const output = createOutput(out);
  for (const { path, pathname, component } of pages) {
    const route = routes.get(component);
    if (!route) throw new Error(`The renderer has no page ${component}`);
    output.write(path, await renderPage(renderer, site.base, { pathname, route }));
  }
  return { made: output.made, changed: output.changed };
}

function answer(message: FromWorker): void {
  port?.postMessage(message);
}
