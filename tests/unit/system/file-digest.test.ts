import { createHash } from 'node:crypto';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestFile, digestOf } from '../../../src/system/file-digest.ts';
import { aFolder } from '../../support/a-folder.ts';

const PIECE = 1024 * 1024;

describe('a file has the digest of its bytes, of any length', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 3])('%d', async (length) => {
    const bytes = Buffer.alloc(length, 'abc');
    const file = join(await aFolder(), 'file');
    await writeFile(file, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(digestFile(file)).toEqual({ sha256, size: length });
    expect(digestOf(bytes)).toEqual({ sha256, size: length });
  });

  it('2 GiB and more, which fit into no one piece of memory', async () => {
    const file = join(await aFolder({ file: '' }), 'file');
    const size = 2 ** 31 + 1;
    await truncate(file, size);
    const sum = createHash('sha256');
    const piece = Buffer.alloc(PIECE);
    for (let left = size; left > 0; left -= piece.length) {
      sum.update(piece.subarray(0, Math.min(left, piece.length)));
    }
    expect(digestFile(file)).toEqual({ sha256: sum.digest('hex'), size });
  });
});

it('a file that is not there is an error', () => {
  expect(() => digestFile('/no/such/file')).toThrow('ENOENT');
});
