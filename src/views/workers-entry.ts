/**
 * The site on Cloudflare Workers: the built pages by the `ASSETS` binding, the counts in Durable
 * Objects (`VIEWS`, class `ViewsObject`) or in D1 (`DB`). `deploy/wrangler.jsonc` binds them.
 */
import { apiBelow, isOfApi } from './api.ts';
import { isBot } from './bots.ts';
import { webHash } from './keyed-hash.ts';
import { createPublishedIds } from './published-ids.ts';
import { reportErrors } from './report-errors.ts';
import { setUpFrom } from './set-up.ts';
import { createShards } from './shards.ts';
import type { ViewStore } from './store.ts';
import { createD1Store, type D1Binding } from './stores/d1.ts';
import { createDurableObjectStore, type SqlStorageBinding } from './stores/durable-object.ts';
import { createViewCounter, type ViewCounter } from './view-counter.ts';

/** Several objects may share the 128 MB of one machine: 8 MB each. */
const GENERATION_LIMIT = 2 ** 17;

interface Fetcher {
  fetch(request: Request | URL): Promise<Response>;
}

interface WorkerVariables {
  /** The folder that the build wrote. */
  ASSETS: Fetcher;
  /** One object a shard; its dedup memory and its counts are then exact for the whole site. */
  VIEWS?: { idFromName(name: string): object; get(id: object): Fetcher };
  /** Without `VIEWS`: exact counts, but each of the network's machines has its own memory of readers. */
  DB?: D1Binding;
  /** VIEWS_SHARDS: how many objects share the articles. 1 by default; not to be changed later. */
  VIEWS_SHARDS?: string;
  /** VIEWS_BASE_PATH, VIEWS_ORIGINS, VIEWS_REQUESTS_A_MINUTE: see `set-up.ts`. */
  [name: string]: unknown;
}

/** The counts of one shard, and who was counted lately. */
export class ViewsObject {
  readonly #counter: ViewCounter;

  constructor(state: { storage: { sql: SqlStorageBinding } }, variables: WorkerVariables) {
    this.#counter = counterOver(createDurableObjectStore(state.storage.sql), variables);
  }

  fetch(request: Request): Promise<Response> {
    return this.#counter.fetch(request);
  }
}

type Handler = (request: Request) => Promise<Response>;
let handler: Handler | undefined;

export default {
  async fetch(request: Request, variables: WorkerVariables): Promise<Response> {
    handler ??= createHandler(variables);
    return handler(request);
  },
};

/** Throws when a variable cannot be right or nothing is bound to keep the counts. */
function createHandler(variables: WorkerVariables): Handler {
  const api = apiBelow(setUpFrom(variables).basePath);
  const views = viewsHandler(variables, api);
  return (request) => {
    const { pathname } = new URL(request.url);
    return isOfApi(api, pathname) ? views(request) : variables.ASSETS.fetch(request);
  };
}

function viewsHandler(variables: WorkerVariables, api: string): Handler {
  const { VIEWS: objects, DB: database } = variables;
  if (objects) {
    const shards = Number(variables.VIEWS_SHARDS ?? 1);
    if (!Number.isInteger(shards) || shards < 1 || shards > 100) {
      throw new Error(`VIEWS_SHARDS must be from 1 to 100; got "${variables.VIEWS_SHARDS}"`);
    }
    const nameOf = (shard: number) => `${shard} of ${shards}`;
    const ask = (shard: number, request: Request) =>
      objects.get(objects.idFromName(nameOf(shard))).fetch(request);
    return createShards({ shards, api, ask });
  }
  if (!database) throw new Error('VIEWS (Durable Objects) or DB (D1) must be bound');
  const counter = counterOver(createD1Store(database), variables);
  return (request) => counter.fetch(request);
}

function counterOver(store: ViewStore, variables: WorkerVariables): ViewCounter {
  const setUp = setUpFrom(variables);
  return createViewCounter({
    store,
    published: createPublishedIds({
      readYear: async (year) => {
        const list = new URL(`${setUp.basePath}views/${year}.txt`, 'https://assets.local');
        const response = await variables.ASSETS.fetch(list);
        if (response.status === 404) return undefined;
        if (!response.ok) throw new Error(`${list.pathname} answered ${response.status}`);
        return response.text();
      },
    }),
    // The platform sets it; what a reader sends under this name is overwritten.
    clientAddress: ({ headers }) => headers.get('CF-Connecting-IP') ?? '',
    // Only hosts that its owner gave to the Worker lead here.
    isHostChecked: true,
    isBot,
    newHash: webHash,
    generationLimit: GENERATION_LIMIT,
    setUp,
    onError: reportErrors(),
  });
}
