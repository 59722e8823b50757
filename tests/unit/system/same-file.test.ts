import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSameFile } from '../../../src/system/same-file.ts';
import { aFolder } from '../../support/a-folder.ts';

const PIECE = 1024 * 1024;

describe('two files are the same', () => {
  const bytes = Buffer.alloc(2 * PIECE + 3, 'abc');
  const changed = (at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(0, at);
    return copy;
  };
  it.each([
    ['empty', Buffer.alloc(0), Buffer.alloc(0), true],
    ['of several pieces', bytes, Buffer.from(bytes), true],
    ['of one whole piece', bytes.subarray(0, PIECE), bytes.subarray(0, PIECE), true],
    ['but for the first byte', bytes, changed(0), false],
    ['but for the first byte of the second piece', bytes, changed(PIECE), false],
    ['but for the last byte', bytes, changed(bytes.length - 1), false],
    ['but for their length', bytes, bytes.subarray(1), false],
  ])('%s', async (_name, one, other, isSame) => {
    const folder = await aFolder();
    await writeFile(join(folder, 'one'), one);
    await writeFile(join(folder, 'other'), other);
    expect(isSameFile(join(folder, 'one'), join(folder, 'other'))).toBe(isSame);
  });

  it('never when the other one is missing or a folder', async () => {
    const folder = await aFolder({ one: '', 'folder/a': '' });
    expect(isSameFile(join(folder, 'one'), join(folder, 'two'))).toBe(false);
    expect(isSameFile(join(folder, 'one'), join(folder, 'folder'))).toBe(false);
  });

  it('whatever their size: 2 GiB and more do not fit into one piece of memory', async () => {
    const folder = await aFolder({ one: '甲', other: '乙' });
    for (const name of ['one', 'other']) await truncate(join(folder, name), 2 ** 31 + 1);
    expect(isSameFile(join(folder, 'one'), join(folder, 'other'))).toBe(false);
  });
});
