/** The files of the index, each fetched once. */
import { inflated } from './inflate.ts';
import type { IndexList } from '../../search/index-list.ts';

export interface IndexFiles {
  /** The absolute address of the index, ends with `/`. */
  base: string;
  list: IndexList;
  /** @param path relative to `base` @throws (rejects) when the file does not come: it is asked for anew the next time */
  bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The text of a compressed file. */
  text(path: string): Promise<string>;
}

/** The index has no such file: it has been published anew since its list was read. */
export class MissingFileError extends Error {}

/** @param isNew whether a list that the browser has kept is of no use */
export async function openIndexFiles(base: string, isNew: boolean): Promise<IndexFiles> {
  const response = await fetch(`${base}list.json`, isNew ? { cache: 'reload' } : {});
  if (!response.ok) throw new Error(`${response.status} for the list of the index`);
  const list = (await response.json()) as IndexList;
  const loaded = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const bytes = (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const known = loaded.get(path) ?? fetchBytes(base + path);
    loaded.set(path, known);
    known.catch(() => loaded.delete(path));
    return known;
  };
  const text = async (path: string) =>
    new TextDecoder().decode(await inflated(await bytes(path), 'deflate'));
  return { base, list, bytes, text };
}

async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (response.status === 404) throw new MissingFileError(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (isPage(bytes)) throw new MissingFileError(address);
  return bytes;
}

/**
 * Some hosts answer with a page, and 200, where they have no file: as a bucket it would be one without grams. No file of
 * the index begins so; hosts may call any file `text/html`.
 */
function isPage(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?[\t\n\r ]*</.test(String.fromCharCode(...bytes.subarray(0, 64)));
}
