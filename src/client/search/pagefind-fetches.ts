/**
 * What Pagefind's own fetches get. It asks for a list of languages and for its WebAssembly in every bundle, and
 * catches the failures of its fetches, so that its answer "nothing" cannot otherwise be told from a cut network.
 */
import { INDEX_LANGUAGE } from '../../search/search-document.ts';
import type { ShardList } from '../../search/shard-list.ts';

export interface PagefindFetches {
  /** How many fetches below a shard's folder (its absolute address) have failed so far. */
  failures(folder: string): number;
}

/**
 * From now on each shard's list of languages is answered without a request, the WebAssembly is fetched once for all,
 * and failures are counted. Other fetches of the page go their way.
 *
 * @param base the absolute address of the index, ends with `/`
 */
export function answerPagefind(base: string, list: ShardList): PagefindFetches {
  const failed: string[] = [];
  const { fetch } = globalThis;
  const entries = new Map(
    list.shards.map(({ path, hash, documents }) => {
      const languages = { [INDEX_LANGUAGE]: { hash, wasm: null, page_count: documents } };
      const entry = { version: list.version, languages, include_characters: ['_'] };
      return [`${base}${path}pagefind-entry.json`, entry];
    }),
  );
  let wasm: Promise<ArrayBuffer> | undefined;
  const wasmOf = async (name: string) => {
    wasm ??= fetch(base + list.runtime + name).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} for ${name}`);
      return response.arrayBuffer();
    });
    wasm.catch(() => (wasm = undefined));
    return new Response(await wasm);
  };
  const answer = async (url: string, input: string | URL | Request, init?: RequestInit) => {
    const entry = entries.get(url.replace(/\?.*$/, ''));
    if (entry) return Response.json(entry);
    const name = url.slice(url.lastIndexOf('/') + 1);
    return name.endsWith('.pagefind') ? wasmOf(name) : fetch(input, init);
  };
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : new URL(input, document.baseURI).href;
    if (!url.startsWith(base)) return fetch(input, init);
    try {
      const response = await answer(url, input, init);
      if (!response.ok) failed.push(url);
      return response;
    } catch (error) {
      failed.push(url);
      throw error;
    }
  };
  return { failures: (folder) => failed.filter((url) => url.startsWith(folder)).length };
}
