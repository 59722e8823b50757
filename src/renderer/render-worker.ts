/** A thread that renders pages: its own renderer, its own copy of the site, files written by itself. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { createPictureStore } from '../images/picture-store.ts';
import type { Content } from '../model/content.ts';
import { withSite } from '../site/current-site.ts';
import { createSite } from '../site/site.ts';
import { createOutput } from '../output/output.ts';
import { renderPage } from './render-page.ts';
import { importRenderer } from './renderer-packages.ts';

export interface WorkerStart {
  content: Content;
  /** Address of the compiled renderer's entry. */
  entry: string;
  pictureFolder: string;
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

/** The first says that the worker is ready, the others that a batch is written. */
export interface FromWorker {
  changed: number;
}

const port = parentPort;
if (!port) throw new Error('render-worker.ts runs as a worker thread');
const { content, entry, pictureFolder, out } = workerData as WorkerStart;

const site = createSite(content);
const pictures = createPictureStore({ cacheFolder: pictureFolder, base: site.base });
const current = { site, pictures, pictureFolder };
const renderer = await importRenderer(entry);
const routes = new Map(renderer.routes().map((route) => [route.component, route]));
const output = createOutput(out);

port.on('message', (pages: ToWorker) => {
  if (!pages) return port.close();
  void withSite(current, () => renderBatch(pages)).then(answer, (error: unknown) => {
    throw error;
  });
});
answer(0);

async function renderBatch(pages: readonly PageRequest[]): Promise<number> {
  const before = output.changed;
  for (const { path, pathname, component } of pages) {
    const route = routes.get(component);
    if (!route) throw new Error(`The renderer has no page ${component}`);
    output.write(path, await renderPage(renderer, site.base, { pathname, route }));
  }
  return output.changed - before;
}

function answer(changed: number): void {
  const message: FromWorker = { changed };
  port?.postMessage(message);
}
