/** Compressed answers: which coding a browser takes, and the bytes, made once and kept. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Bytes = Buffer<ArrayBuffer>;
export type Coding = 'br' | 'gzip';

/** Quality 5 is the last before Brotli's time rises steeply; the bytes are kept, so it is paid once. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const compressors: Record<Coding, (bytes: Bytes) => Promise<Bytes>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/** The best coding that an Accept-Encoding header allows (RFC 9110 §12.5.3). */
export function chooseCoding(acceptEncoding: string): Coding | undefined {
  const weights = new Map(
    acceptEncoding.split(',').map((item): [string, number] => {
      const [name = '', weight = 'q=1'] = item.split(';');
      return [name.trim().toLowerCase(), Number(weight.trim().slice(2))];
    }),
  );
  const accepted = (coding: Coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0;
  if (accepted('br')) return 'br';
  return accepted('gzip') ? 'gzip' : undefined;
}

export interface CompressedFiles {
  /** The compressed bytes of a file whose content `key` names; `read` is called when they are new. */
  get(key: string, coding: Coding, read: () => Promise<Bytes>): Promise<Bytes>;
}

/** Keeps up to `limit` bytes of compressed files, those asked for last. */
export function keepCompressed(limit: number): CompressedFiles {
  // A Map keeps the order of insertion, which makes it a least-recently-used list.
  const kept = new Map<string, Bytes>();
  const underWay = new Map<string, Promise<Bytes>>();
  let total = 0;

  function keep(name: string, bytes: Bytes): void {
    total += bytes.length - (kept.get(name)?.length ?? 0);
    kept.delete(name);
    kept.set(name, bytes);
    for (const [oldest, { length }] of kept) {
      if (total <= limit) break;
      kept.delete(oldest);
      total -= length;
    }
  }

  return {
    async get(key, coding, read) {
      const name = `${coding} ${key}`;
      let bytes = kept.get(name);
      if (bytes === undefined) {
        const work = underWay.get(name) ?? read().then(compressors[coding]);
        underWay.set(name, work);
        bytes = await work.finally(() => underWay.delete(name));
      }
      keep(name, bytes);
      return bytes;
    },
  };
}
