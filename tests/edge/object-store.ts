/** A Durable Object that offers its store over JSON, to be run in workerd: `{ call, argument }` → `{ result }`. */
import type { SqlStorageBinding } from '../../src/views/stores/durable-object.ts';
import { createDurableObjectStore } from '../../src/views/stores/durable-object.ts';

type Call = { call: 'add'; id: string } | { call: 'counts'; ids: string[] } | { call: 'health' };

export class StoreObject {
  readonly #store: ReturnType<typeof createDurableObjectStore>;

  constructor(state: { storage: { sql: SqlStorageBinding } }) {
    this.#store = createDurableObjectStore(state.storage.sql);
  }

  async fetch(request: Request): Promise<Response> {
    const call = (await request.json()) as Call;
    return Response.json(await this.#run(call));
  }

  async #run(call: Call): Promise<unknown> {
    if (call.call === 'add') return this.#store.add(call.id);
    if (call.call === 'counts') return [...(await this.#store.counts(call.ids))];
    return this.#store.health();
  }
}

interface Variables {
  STORE: { idFromName(name: string): object; get(id: object): StoreObject };
}

export default {
  fetch: (request: Request, { STORE }: Variables) =>
    STORE.get(STORE.idFromName('store')).fetch(request),
};
