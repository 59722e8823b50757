/** A damaged file of the index is no file, whatever the browser has to read it. */
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflated } from '../../../../src/client/search/inflate.ts';

const TEXT = '机关事务管理局部署节能工作，'.repeat(30) + '一丁七万丈三上下不与丑专且丕世';
const PLAIN = new TextEncoder().encode(TEXT);
/** One after the other: they share what the browser has. */
async function without(run: () => Promise<void>): Promise<void> {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'DecompressionStream');
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
  try {
    await run();
  } finally {
    if (own) Object.defineProperty(globalThis, 'DecompressionStream', own);
  }
}
const within = (run: () => Promise<void>): Promise<void> => run();

describe.each([
  ['with DecompressionStream', within],
  ['without', without],
])('%s', (_, browser) => {
  test.each([
    ['deflate', Uint8Array.from(deflateSync(PLAIN))],
    ['gzip', Uint8Array.from(gzipSync(PLAIN))],
  ] as const)('%s', (form, bytes) =>
    browser(async () => {
      const read = async (file: Uint8Array<ArrayBuffer>) =>
        new TextDecoder().decode(await inflated(file, form));
      expect(await read(bytes)).toBe(TEXT);
      for (const at of bytes.keys()) {
        await expect(read(bytes.slice(0, at)), `cut off at ${at}`).rejects.toThrow();
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ 16;
        // A bit of a head may mean nothing.
        const text = await read(other).catch(() => TEXT);
        expect(text, `another bit at ${at}`).toBe(TEXT);
      }
      await expect(read(Uint8Array.from([...bytes, 1, 2, 3]))).rejects.toThrow();
    }),
  );
});
