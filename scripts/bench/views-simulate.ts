/** At which load a store stops being enough: views arrive at a steady rate, whether or not the last ones are done. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ViewStore } from '../../src/views/store.ts';

/** Views a second that are tried one after another. */
export const RATES = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];
/** A store is enough while 99 of 100 views are written within this. */
export const ENOUGH_MS = 50;
const TICK_MS = 5;
const WARM_UP = 20;
/** A machine that was busy with something else is no fault of the store. */
const TRIES = 3;
const ARTICLES = 100;

export interface Step {
  rate: number;
  /** Milliseconds from a view's arrival to its answer. */
  p99: number;
}

/** The steps up to the first that is too much for the store. */
export async function simulate(
  open: (folder: string) => Promise<ViewStore>,
  seconds: number,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const rate of RATES) {
    const folder = await mkdtemp(join(tmpdir(), 'simulate-'));
    const store = await open(folder);
    for (let n = 0; n < WARM_UP; n++) await store.add('20260305-warm-up');
    const step = { rate, p99: Infinity };
    for (let time = 0; time < TRIES && step.p99 > ENOUGH_MS; time++) {
      step.p99 = Math.min(step.p99, await latencyAt(store, rate, seconds));
    }
    steps.push(step);
    await store.close();
    await rm(folder, { recursive: true });
    if (step.p99 > ENOUGH_MS) break;
  }
  return steps;
}

async function latencyAt(store: ViewStore, rate: number, seconds: number): Promise<number> {
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const start = performance.now();
  const all = rate * seconds;
  while (underWay.length < all) {
    const due = Math.min(all, Math.ceil(((performance.now() - start) / 1000) * rate));
    while (underWay.length < due) {
      const n = underWay.length;
      // From when it was due: a store that holds the process up makes the next views late, too.
      const arrived = start + (n / rate) * 1000;
      const view = store.add(`20260305-article-${n % ARTICLES}`);
      underWay.push(
        view.then(
          () => void latencies.push(performance.now() - arrived),
          // A view that is refused comes too late for ever.
          () => void latencies.push(Infinity),
        ),
      );
    }
    await setTimeout(TICK_MS);
  }
  await Promise.all(underWay);
  return latencies.toSorted((a, b) => a - b)[Math.floor(0.99 * latencies.length)] ?? Number.NaN;
}
