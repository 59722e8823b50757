/** Renders pages and writes them; many of them on all cores. The bytes do not depend on the number of workers. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Reading } from '../images/picture-facts.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { askedByPages } from '../site/ledger/lasting.ts';
import type { PageArtifact } from '../output/artifacts.ts';
import type { KeptRenderer } from './compile-renderer.ts';
import type { Output } from '../output/output.ts';
import { renderPage } from './render-page.ts';
import type { FromWorker, PageRequest, ToWorker, WorkerStart } from './render-worker.ts';

/** Below this a worker's start costs more than it saves. */
const WORKERS_FROM = 1_000;
const BATCH = 50;

export interface RenderOptions {
  current: CurrentSite;
  /** What was read of pictures, by absolute path: for the threads beside this one. */
  readings: ReadonlyMap<string, Reading>;
  kept: KeptRenderer;
  output: Output;
  onPage: (done: number, total: number) => void;
  /** Threads beside this one; by default as many as there are further cores. */
  workers?: number;
}

export async function renderPages(
  pages: readonly PageArtifact[],
  { current, readings, kept, output, onPage, workers = availableParallelism() - 1 }: RenderOptions,
): Promise<void> {
  const { base } = current.site;
  const queue = batches(pages);
  let done = 0;
  const advance = (count: number): void => {
    done += count;
    onPage(done, pages.length);
  };
  const here = async (): Promise<void> => {
    for (const batch of queue) {
      for (const page of batch)
        output.write(page.path, await renderPage(kept.renderer, base, page));
      advance(batch.length);
      // Rendering waits for nothing: without a turn of the event loop the workers would ask for batches in vain.
      await setImmediate();
    }
  };
  const helpers = pages.length < WORKERS_FROM ? 0 : workers;
  const start: WorkerStart = {
    content: current.site.content,
    judged: judgedOf(current.site),
    readings,
    entry: kept.entry,
    out: output.folder,
  };
  const threads = Array.from({ length: helpers }, () => startWorker(start));
  const lanes = [here(), ...threads.map((worker) => feed(worker, queue, output, advance))];
  try {
    await Promise.all(lanes);
  } finally {
    // Where one lane failed, none may write any more: the folder is given free.
    queue.return(undefined);
    await Promise.all(threads.map((worker) => worker.terminate()));
    await Promise.allSettled(lanes);
  }
}

/** One iterator that all lanes take from, so that none is idle while another has much to do. */
function* batches(pages: readonly PageArtifact[]): Generator<PageArtifact[], undefined> {
  for (let start = 0; start < pages.length; start += BATCH) yield pages.slice(start, start + BATCH);
}

function startWorker(start: WorkerStart): Worker {
  return new Worker(new URL('render-worker.ts', import.meta.url), { workerData: start });
}

function feed(
  worker: Worker,
  queue: Generator<PageArtifact[], undefined>,
  output: Output,
  onDone: (count: number) => void,
): Promise<void> {
  let batch: PageArtifact[] = [];
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`A thread that renders ended with ${code}`)));
    worker.on('message', (made: FromWorker) => {
      output.adopt(made);
      if (batch.length > 0) onDone(batch.length);
      const next = queue.next();
      batch = next.value ?? [];
      const message: ToWorker = next.done ? undefined : batch.map(requestOf);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(message);
      if (next.done) resolve();
    });
  });
}

function requestOf({ path, pathname, route }: PageArtifact): PageRequest {
  return { path, pathname, component: route.component, type: route.type };
}

function judgedOf({ hiddenLinks, lasting }: CurrentSite['site']): WorkerStart['judged'] {
  return { hiddenLinks, lasting: askedByPages(lasting) };
}
