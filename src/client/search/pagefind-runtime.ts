/**
 * Pagefind, searching bundles that the page makes itself. It asks for the files of a bundle by `fetch`; those of ours are
 * answered here, without a request, and its WebAssembly is fetched once for all.
 */
import { inflated } from './inflate.ts';
import { BUNDLE_ORDER, virtualBundle } from '../../search/virtual-bundle.ts';
import type { BundleContents } from '../../search/virtual-bundle.ts';
import type { PagefindModule } from './pagefind.ts';

export interface PagefindRuntime {
  /**
   * @param query words of the bundle; in quotation marks, one after the other
   * @param filters values that a page must have
   * @returns the pages found, in the bundle's order
   */
  search(
    contents: BundleContents,
    query: string,
    filters?: Readonly<Record<string, string>>,
  ): Promise<number[]>;
}

/** Below the index: no file of it is called so. */
const VIRTUAL = 'virtual/';

/** Bundles made so far, of all runtimes: each is asked for by a name of its own. */
let made = 0;

/**
 * From now on fetches below the folder of virtual bundles are answered here; others go their way.
 *
 * @param base the absolute address of the index, ends with `/`
 * @param runtime Pagefind's folder below it
 * @param attempt how often it was tried before: a browser may remember that a module did not load
 */
export async function openPagefind(
  base: string,
  runtime: string,
  attempt: number,
): Promise<PagefindRuntime> {
  const wasm = fetchWasm(`${base}${runtime}wasm.unknown.pagefind`);
  const again = attempt === 0 ? '' : `?attempt=${attempt}`;
  const module = import(/* @vite-ignore */ `${base}${runtime}pagefind.js${again}`);
  const [bytes, pagefind] = await Promise.all([wasm, module as Promise<PagefindModule>]);
  const bundles = new Map<string, ReadonlyMap<string, Uint8Array<ArrayBuffer>>>();
  answerFetches(base + VIRTUAL, (name, file) => {
    return file.endsWith('.pagefind') ? bytes : bundles.get(name)?.get(file);
  });
  return {
    async search(contents, query, filters = {}) {
      made += 1;
      const name = String(made);
      bundles.set(name, virtualBundle(contents));
      const basePath = new URL(`${base}${VIRTUAL}${name}/`).pathname;
      const instance = pagefind.createInstance({ basePath, baseUrl: '/', noWorker: true });
      try {
        const sort = { [BUNDLE_ORDER]: 'asc' } as const;
        const { results } = await instance.search(query, { filters, sort });
        return results.map(({ id }) => Number(id));
      } finally {
        bundles.delete(name);
        void instance.destroy();
      }
    },
  };
}

/** Decompressed here: Pagefind would do that in its script, anew for every bundle. */
async function fetchWasm(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return inflated(new Uint8Array(await response.arrayBuffer()), 'gzip');
}

/** @param folder absolute address @param answer the bytes of a bundle's file */
function answerFetches(
  folder: string,
  answer: (bundle: string, file: string) => Uint8Array<ArrayBuffer> | undefined,
): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : new URL(input, document.baseURI).href;
    if (!url.startsWith(folder)) return fetch(input, init);
    const path = url.slice(folder.length).replace(/\?.*$/, '');
    const bytes = answer(path.slice(0, path.indexOf('/')), path.slice(path.indexOf('/') + 1));
    return new Response(bytes ?? null, { status: bytes ? 200 : 404 });
  };
}
