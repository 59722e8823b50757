import { DEFAULT_SET_UP, type ViewSetUp } from '../../src/views/set-up.ts';
import type { ViewStore } from '../../src/views/store.ts';
import { openSqliteStore } from '../../src/views/stores/sqlite.ts';
import { nodeHash } from '../../src/views/node-hash.ts';
import { createViewCounter, type ViewCounterOptions } from '../../src/views/view-counter.ts';

export const SITE = 'https://www.example.gov.cn';
export const ARTICLE = '20260305-spring-safety';
export const OTHER_ARTICLE = '20260306-notice';

const PUBLISHED = new Set([ARTICLE, OTHER_ARTICLE]);

type CounterOptions = Partial<Omit<ViewCounterOptions, 'setUp'> & ViewSetUp>;

/** A counter over an empty store, with a clock that the test moves. Readers say their address in X-Reader. */
export function aCounter({ basePath, origins, requestsAMinute, ...options }: CounterOptions = {}) {
  const store: ViewStore = options.store ?? openSqliteStore(':memory:');
  const clock = { time: 0 };
  const counter = createViewCounter({
    store,
    published: async (id) => PUBLISHED.has(id),
    clientAddress: ({ headers }) => headers.get('X-Reader') ?? '192.0.2.1',
    isBot: (agent) => agent.includes('Spider'),
    newHash: nodeHash,
    now: () => clock.time,
    setUp: {
      basePath: basePath ?? DEFAULT_SET_UP.basePath,
      origins: origins ?? [SITE],
      requestsAMinute: requestsAMinute ?? DEFAULT_SET_UP.requestsAMinute,
    },
    ...options,
  });
  const ask = (path: string, init?: RequestInit) => counter.fetch(new Request(SITE + path, init));
  return { counter, store, clock, ask };
}

/** A view as a browser on the site sends it. */
export function aView(headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { Origin: SITE, 'User-Agent': 'Mozilla/5.0', ...headers },
  };
}

/** Status and body, to be compared in one go. */
export async function seen(response: Response): Promise<[status: number, body: unknown]> {
  return [response.status, await response.json()];
}
