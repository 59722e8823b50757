import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chooseCoding, keepCompressed } from '../../../src/server/static/compression.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0', undefined],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
])('Accept-Encoding %j → %s', (header, coding) => {
  expect(chooseCoding(header)).toBe(coding);
});

/** Bytes that do not become smaller, so that sizes can be reckoned with. */
function noise(seed: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(1000);
  for (let index = 0, value = seed; index < bytes.length; index++) {
    value = (value * 1103515245 + 12345) % 2 ** 31;
    bytes[index] = value >>> 16;
  }
  return bytes;
}

test('a file is compressed once, however many ask for it', async () => {
  const files = keepCompressed(10_000);
  let reads = 0;
  const read = async () => {
    reads++;
    return noise(1);
  };
  const answers = await Promise.all([1, 2, 3].map(() => files.get('a', 'br', read)));
  answers.push(await files.get('a', 'br', read));
  expect(answers.map((bytes) => brotliDecompressSync(bytes).equals(noise(1)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(reads).toBe(1);
});

test('what was not asked for lately makes room', async () => {
  const files = keepCompressed(2_500);
  const reads: string[] = [];
  const ask = (key: string) =>
    files.get(key, 'gzip', async () => {
      reads.push(key);
      return noise(key.charCodeAt(0));
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  expect(reads).toEqual(['a', 'b', 'c', 'b']);
});

test('a file that could not be read is read again', async () => {
  const files = keepCompressed(10_000);
  await expect(files.get('a', 'br', () => Promise.reject(new Error('EIO')))).rejects.toThrow('EIO');
  const bytes = await files.get('a', 'br', async () => noise(1));
  expect(brotliDecompressSync(bytes)).toEqual(noise(1));
});
